"""Prefect's database of runs, made at once as its migrations make it: one by one, a hundred of them take seconds.

`history.sql` is what they come to; `python -m tests.flows.pin_history` writes it, and a test holds it to them. Prefect
looks at its migrations all the same when it starts, and applies what a later version adds.
"""

import sqlite3
from contextlib import closing, suppress
from importlib.metadata import version
from importlib.resources import files
from pathlib import Path
from typing import Final

DATABASE: Final = "prefect.db"
SCHEMA: Final = "history.sql"

_MADE_BY: Final = "-- Prefect "
_END: Final = ";\n\n"


def begin_history(home: Path) -> None:
    """Make the database in Prefect's home `home`, unless there is one; of another Prefect than ours, leave it to it.

    It is there whole or not at all, also when this process is killed, or another one begins it at the same time.
    """
    database = home / DATABASE
    head, _, statements = files("flows").joinpath(SCHEMA).read_text(encoding="utf-8").partition("\n\n")
    if head.strip() != f"{_MADE_BY}{version('prefect')}" or (database.exists() and database.stat().st_size):
        return
    with suppress(sqlite3.Error), closing(sqlite3.connect(database, isolation_level=None)) as con:
        con.execute("BEGIN EXCLUSIVE")  # whoever comes second finds tables, and ends here; Prefect says what is wrong
        for statement in statements.strip().split(_END):
            con.execute(statement)
        con.execute("COMMIT")


def schema_of(database: Path) -> str:
    """Return the text of `history.sql` for a database that migrations have made: its schema, and which was the last."""
    with closing(sqlite3.connect(database)) as con:
        made = "SELECT sql FROM sqlite_master WHERE sql IS NOT NULL ORDER BY type = 'index', rowid"
        statements = [statement for (statement,) in con.execute(made)]
        [last] = con.execute("SELECT version_num FROM alembic_version").fetchone()
    statements.append(f"INSERT INTO alembic_version VALUES ('{last}')")  # noqa: S608 - Prefect's own word
    return _END.join([f"{_MADE_BY}{version('prefect')}\n\n{statements[0].strip()}", *statements[1:]]) + ";\n"
