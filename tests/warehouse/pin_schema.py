"""`python -m tests.warehouse.pin_schema` writes down the shape of today's tables under today's schema version."""

import json

from tests.warehouse.test_schema_versions import PINS, shape
from warehouse import migrate

if __name__ == "__main__":
    held = {
        database: {"version": len(migrate.migrations(database)), "sha256": shape(database)}
        for database in ("stage", "build")
    }
    PINS.write_text(json.dumps(held, indent=1) + "\n", encoding="utf-8")
