"""Analysts who query the published path without pause, each in a process of its own; this module is that process.

A reader knows nothing of ours but the path and SQL. It notes what it saw of each snapshot, and every error.
"""

import json
import os
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from contextlib import closing, contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from random import Random
from typing import Any, Final, Literal

import duckdb

Habit = Literal["newcomer", "keeper", "attacher"]
HABITS: Final[tuple[Habit, ...]] = ("newcomer", "keeper", "attacher")
"""Who connects anew for each question; who keeps every connection to the end; who attaches to a scratch database."""

_ROOT: Final = Path(__file__).parents[2]
_KEPT: Final = 12
"""Connections that a keeper holds at most; each has a night of its own."""
_TABLES: Final = """
    SELECT DISTINCT table_name FROM duckdb_tables() WHERE regexp_matches(table_name, '^(dim|fact)_[a-z_]+$')
"""
_SNAPSHOT: Final = "SELECT snapshot_id, run_id FROM {database}meta.snapshot"
_PUBLISHED_BY: Final = "SELECT state FROM {database}meta.run WHERE run_id = ?"
_CONTENT: Final = "SELECT count(*), bit_xor(hash(held)) FROM {database}{table} AS held"
_LOST: Final = """
    SELECT
        (SELECT count(*) FROM {database}fact_mention ANTI JOIN {database}dim_document USING (document_key))
        + (SELECT count(*) FROM {database}fact_quote ANTI JOIN {database}dim_document USING (document_key))
        + (SELECT count(*) FROM {database}fact_publication ANTI JOIN {database}dim_document USING (document_key))
        + (SELECT count(*) FROM {database}fact_participation ANTI JOIN {database}dim_event USING (event_key))
        + (SELECT count(*) FROM {database}fact_participation ANTI JOIN {database}dim_person USING (person_key))
        + (SELECT abs(count(*) - 1 - (SELECT count(*) FROM {database}fact_publication)) FROM {database}dim_document)
"""


@dataclass(slots=True)
class Seen:
    """What readers saw: queries, connections, snapshots with the contents of their tables, and what went wrong."""

    queries: int = 0
    connections: int = 0
    contents: dict[str, dict[str, set[str]]] = field(default_factory=dict)
    errors: Counter[str] = field(default_factory=Counter)
    last: list[str] = field(default_factory=list)
    """The snapshot that each reader saw when it connected anew after the last night."""

    def add(self, snapshot: str, table: str, content: str) -> None:
        """Note the content of a table of a snapshot."""
        self.contents.setdefault(snapshot, {}).setdefault(table, set()).add(content)

    def to_json(self) -> str:
        """Return what `merged` reads."""
        contents = {name: {t: sorted(seen) for t, seen in tables.items()} for name, tables in self.contents.items()}
        counted = {"queries": self.queries, "connections": self.connections, "errors": self.errors, "last": self.last}
        return json.dumps(counted | {"contents": contents})

    def merge(self, text: str) -> None:
        """Add what another reader saw."""
        other = json.loads(text)
        self.queries += other["queries"]
        self.connections += other["connections"]
        self.errors.update(other["errors"])
        self.last += other["last"]
        for snapshot, tables in other["contents"].items():
            for name, contents in tables.items():
                for content in contents:
                    self.add(snapshot, name, content)


@contextmanager
def readers(path: Path, folder: Path, number: int = 8) -> Iterator[Seen]:
    """Have `number` readers query `path` while the block runs; what they saw is there when it has ended."""
    folder.mkdir(parents=True, exist_ok=True)
    stop, seen = folder / "stop", Seen()
    command = [sys.executable, "-m", "tests.soak.reading", str(path), str(stop)]
    logs = [(folder / f"reader-{at}").open("w+", encoding="utf-8") for at in range(number)]
    processes = [
        subprocess.Popen(
            [*command, HABITS[at % len(HABITS)], str(at)], cwd=_ROOT, stdout=log, stderr=subprocess.STDOUT, text=True
        )
        for at, log in enumerate(logs)
    ]
    try:
        while not all("began" in Path(log.name).read_text(encoding="utf-8") for log in logs):
            if any(process.poll() is not None for process in processes):
                break
            time.sleep(0.05)
        yield seen
    finally:
        stop.touch()
        for process in processes:
            process.wait(120)
        for log in logs:
            log.close()
    for process, log in zip(processes, logs, strict=True):
        *_, last = Path(log.name).read_text(encoding="utf-8").splitlines() or ["nothing said"]
        if process.returncode:
            seen.errors[f"a reader died: {last}"] += 1
        else:
            seen.merge(last)


def contents(con: duckdb.DuckDBPyConnection, database: str = "") -> dict[str, str]:
    """Return the content of every table of the star, as readers note it."""
    return {table: _content(con, table, database) for table in _tables(con)}


def _read(path: Path, stop: Path, habit: Habit, seed: int) -> Seen:
    os.nice(5)  # there are more readers than processors, and the night is what the test waits for
    dice, seen = Random(seed), Seen()
    kept: list[tuple[duckdb.DuckDBPyConnection, str]] = []
    _say("began")
    while not stop.exists():
        try:
            if habit == "attacher":
                _ask_attached(path, seen, dice)
            elif habit == "newcomer":
                with closing(_connect(path, seen)) as con:
                    _ask(con, seen, dice)
            else:
                _ask_kept(path, seen, dice, kept)
        except (duckdb.Error, AssertionError) as error:
            seen.errors[f"{type(error).__name__}: {error}".splitlines()[0][:200]] += 1
    with closing(_connect(path, seen)) as con:
        seen.last.append(_ask(con, seen, dice))
    for con, _ in kept:
        con.close()
    return seen


def _connect(path: Path, seen: Seen) -> duckdb.DuckDBPyConnection:
    seen.connections += 1
    return duckdb.connect(str(path), read_only=True)


def _ask_attached(path: Path, seen: Seen, dice: Random) -> None:
    with closing(duckdb.connect()) as con:
        seen.connections += 1
        con.execute(f"ATTACH '{path}' AS wh (READ_ONLY)")
        _ask(con, seen, dice, "wh.")


def _ask_kept(path: Path, seen: Seen, dice: Random, kept: list[tuple[duckdb.DuckDBPyConnection, str]]) -> None:
    """Ask a connection of an earlier night, which must not have changed, and look whether there is a new night."""
    with closing(_connect(path, seen)) as con:
        newest = _ask(con, seen, dice)
    if newest not in {name for _, name in kept} and len(kept) < _KEPT:
        con = _connect(path, seen)
        kept.append((con, _ask(con, seen, dice)))
    con, name = dice.choice(kept)
    now = _ask(con, seen, dice)
    assert now == name, f"a connection of {name} sees {now}"


def _ask(con: duckdb.DuckDBPyConnection, seen: Seen, dice: Random, database: str = "") -> str:
    """Ask which snapshot this is, whether it is whole, and what some of its tables hold."""
    [(snapshot, run)] = con.execute(_SNAPSHOT.format(database=database)).fetchall()
    published = con.execute(_PUBLISHED_BY.format(database=database), [run]).fetchall()
    assert published in ([("published",)], []), f"{snapshot} is of a run that is {published}"
    [(lost,)] = con.execute(_LOST.format(database=database)).fetchall()
    assert not lost, f"{lost} rows of {snapshot} have lost what they belong to"
    tables = dice.sample(_tables(con), 3)
    for table in tables:
        seen.add(snapshot, table, _content(con, table, database))
    seen.queries += 4 + len(tables)
    return str(snapshot)


def _tables(con: duckdb.DuckDBPyConnection) -> list[str]:
    return sorted(name for (name,) in con.execute(_TABLES).fetchall())


def _content(con: duckdb.DuckDBPyConnection, table: str, database: str = "") -> str:
    [(rows, mixed)] = con.execute(_CONTENT.format(table=table, database=database)).fetchall()
    return f"{rows} {mixed}"


def untrue(seen: Seen, truth: Mapping[str, Mapping[str, str]]) -> Sequence[str]:
    """Return each content that a reader saw and that the writer did not publish under that name."""
    return [
        f"{snapshot} {table}: {content}"
        for snapshot, tables in seen.contents.items()
        for table, found in tables.items()
        for content in found
        if truth.get(snapshot, {}).get(table) != content
    ]


def _say(line: str) -> None:
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


def main(arguments: Sequence[Any]) -> None:
    path, stop, habit, seed = arguments
    _say(_read(Path(path), Path(stop), habit, int(seed)).to_json())


if __name__ == "__main__":
    main(sys.argv[1:])
