"""Prefect's database of runs: copied where this environment has one that Prefect's migrations made already.

A hundred migrations one by one take some four seconds in each new data directory, and come to the same each time.
`python -m flows.history`, which `make setup` runs, lets the installed Prefect make its database once and keeps it in
the environment. Prefect looks at its migrations all the same when it starts; without the kept one, it makes its own.
"""

import os
import shutil
import sqlite3
import subprocess
import sys
from contextlib import closing, suppress
from importlib.metadata import version
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

DATABASE: Final = "prefect.db"

_MIGRATE: Final = """
import asyncio
from prefect.server.database import provide_database_interface
asyncio.run(provide_database_interface().create_db())
"""


def kept_database() -> Path:
    """Return where this environment keeps the database of its Prefect, whether it is there or not."""
    return Path(sys.prefix, "share", "dateline", f"prefect-{version('prefect')}.db")


def begin_history(home: Path) -> None:
    """Put the kept database into Prefect's home `home`, unless there is one already or none is kept.

    It is there whole or not at all, also when this process is killed, or another one begins it at the same time.
    """
    kept, database = kept_database(), home / DATABASE
    if database.exists() or not kept.is_file():
        return
    with suppress(OSError), TemporaryDirectory(dir=home, prefix=".history-") as folder:
        copied = Path(shutil.copyfile(kept, Path(folder, DATABASE)))
        os.link(copied, database)  # unlike a renaming, it never takes the place of what another process put there


def keep_database() -> Path:
    """Let the installed Prefect make its database, keep it in this environment, and return where.

    Raises:
        OSError: the environment cannot be written.
        subprocess.CalledProcessError: Prefect's migrations failed.
    """
    kept = kept_database()
    kept.parent.mkdir(parents=True, exist_ok=True)
    with TemporaryDirectory(dir=kept.parent) as folder:
        made = Path(folder, "made.db")
        with closing(sqlite3.connect(migrated(Path(folder)))) as con:
            con.execute("VACUUM INTO ?", (str(made),))  # one file, whatever stood in a write-ahead log
        made.replace(kept)
    return kept


def migrated(home: Path) -> Path:
    """Return the database that Prefect's migrations make in `home`, or bring up to date there."""
    own = {name: value for name, value in os.environ.items() if not name.startswith("PREFECT_")}
    environment = own | {"PREFECT_HOME": str(home), "PREFECT_LOGGING_LEVEL": "ERROR"}
    subprocess.run([sys.executable, "-c", _MIGRATE], cwd=home, env=environment, check=True)  # noqa: S603 - our words
    return home / DATABASE


if __name__ == "__main__":
    keep_database()
