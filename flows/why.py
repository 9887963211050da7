"""What `dateline why` prints: a person, the documents' names for them, and the evidence that they are one."""

from collections.abc import Mapping
from contextlib import closing
from pathlib import Path
from typing import Any, Final

from rich.console import Console
from rich.table import Table
from rich.text import Text

from dateline.errors import UsageError
from flows.console import answer_console
from warehouse import read

_MOST_PERSONS: Final = 5
_MOST_ALIASES: Final = 12


def print_why(data: Path, words: str) -> None:
    """Print the persons that `words` (a name, part of one, or a key) may mean, with the evidence of each join.

    Raises:
        UsageError: nothing has been published yet, or nobody bears such a name.
    """
    console = answer_console()
    with closing(read.open_published(data)) as con:
        persons = read.persons_called(con, words).to_dicts()
        if not persons:
            raise UsageError(f"nobody is called {words!r} in the published warehouse; entity_alias lists all names")
        meant = [person for person in persons if person["is_exact"]] or persons
        for person in meant[:_MOST_PERSONS]:
            _print_person(console, person)
            _print_evidence(console, read.evidence_of_person(con, person["person_key"]).to_dicts())
    others = [person["name"] for person in persons if person not in meant[:_MOST_PERSONS]]
    if others:
        console.print(Text(f"also: {', '.join(others)}", style="dim"))


def _print_person(console: Console, person: Mapping[str, Any]) -> None:
    country = f" ({person['country_code']})" if person["country_code"] else ""
    console.print(Text.assemble((person["name"], "bold"), f"{country}  key {person['person_key']}"))
    aliases = [alias for alias in person["aliases"] if alias != person["name"]]
    if aliases:
        more = f" and {len(aliases) - _MOST_ALIASES} more" if len(aliases) > _MOST_ALIASES else ""
        console.print(Text(f"also written {', '.join(aliases[:_MOST_ALIASES])}{more}"), soft_wrap=True)


def _print_evidence(console: Console, rows: list[dict[str, Any]]) -> None:
    table = Table(box=None, pad_edge=False)
    for column in ("day", "document", "called", "in office", "one person because"):
        table.add_column(column, overflow="fold")
    for row in rows:
        day, offices = row["published_date"], "; ".join(sorted(row["offices"] or ()))
        table.add_row(*map(Text, (str(day or "unknown"), row["uri"], row["name"], offices, row["because"])))
    console.print(table)
    console.print()
