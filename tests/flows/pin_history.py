"""`python -m tests.flows.pin_history` writes down the database that the installed Prefect's migrations make."""

import os
import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from flows.history import DATABASE, SCHEMA, schema_of

PINNED = Path(__file__).parents[2] / "flows" / SCHEMA
MIGRATE = """
import asyncio
from prefect.server.database import provide_database_interface
asyncio.run(provide_database_interface().create_db())
"""


def migrated(home: Path) -> Path:
    """Return a database that Prefect's migrations alone have made in `home`."""
    own = {name: value for name, value in os.environ.items() if not name.startswith("PREFECT_")}
    environment = own | {"PREFECT_HOME": str(home), "PREFECT_LOGGING_LEVEL": "ERROR", "PYTHONHASHSEED": "0"}
    subprocess.run([sys.executable, "-c", MIGRATE], cwd=home, env=environment, check=True)
    return home / DATABASE


if __name__ == "__main__":
    with TemporaryDirectory() as home:
        PINNED.write_text(schema_of(migrated(Path(home))), encoding="utf-8")
