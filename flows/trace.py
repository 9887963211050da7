"""What `dateline trace` shows: a fact, the characters of body and raw text that say so, and what made it."""

import io
import sys
from collections.abc import Iterable, Mapping
from contextlib import closing
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Any, Final

from rich.console import Console
from rich.padding import Padding
from rich.text import Text

from dateline.errors import UsageError
from flows.harmless import SafeConsole
from warehouse import read

_AROUND: Final = 160
"""Characters shown before and after the fact's own."""
_PIPED: Final = 140
_FACT: Final = "bold black on yellow"
_MOST_DOCUMENTS: Final = 20


class Kind(StrEnum):
    """What can be traced, by the key of its table."""

    QUOTE = "quote"
    MENTION = "mention"
    OFFICE = "office"
    EVENT = "event"


@dataclass(frozen=True, slots=True)
class Excerpt:
    """A stretch of text with the fact's characters in the middle, and the line (from 1) where these begin."""

    before: str
    fact: str
    after: str
    line: int

    @classmethod
    def of(cls, text: str, start: int, end: int) -> "Excerpt":
        """Cut `_AROUND` characters on both sides of `text[start:end]`."""
        before, after = text[max(0, start - _AROUND) : start], text[end : end + _AROUND]
        return cls(
            ("…" if start > _AROUND else "") + before,
            text[start:end],
            after + ("…" if end + _AROUND < len(text) else ""),
            text.count("\n", 0, start) + 1,
        )


def trace_fact(data: Path, kind: Kind, key: int, html: Path | None = None) -> None:
    """Print the fact, or write it as a page of HTML to `html`.

    Raises:
        UsageError: nothing has been published yet, or there is no such fact.
    """
    with closing(read.open_published(data)) as con:
        facts = read.traced(con, kind, key).to_dicts()
        support = read.supporting(con, kind, key).to_dicts() if kind in ("quote", "mention") else facts
    if not facts:
        raise UsageError(f"no {kind} has the key {key}: {kind}_key stands in {_TABLES[kind]}")
    console = SafeConsole(highlight=False, width=None if sys.stdout.isatty() and not html else _PIPED)
    if html:
        console = SafeConsole(highlight=False, width=_PIPED, record=True, file=io.StringIO(), force_terminal=True)
    for fact in facts:
        _print_fact(console, fact)
    _print_support(console, support)
    if html:
        html.write_text(console.export_html(inline_styles=True), encoding="utf-8")


_TABLES: Final = {
    Kind.QUOTE: "fact_quote",
    Kind.MENTION: "fact_mention",
    Kind.OFFICE: "dim_office",
    Kind.EVENT: "dim_event",
}


def _print_fact(console: Console, fact: Mapping[str, Any]) -> None:
    console.print(Text(fact["says"], style="bold"))
    told = ", ".join(str(fact[part]) for part in ("agency", "published_date", "title") if fact[part])
    console.print(Text(f"{fact['uri']}: {told}"))
    for name, text, start, end in (
        ("body", fact["body"], fact["start_char"], fact["end_char"]),
        ("raw", fact["raw"], fact["raw_start"], fact["raw_end"]),
    ):
        excerpt = Excerpt.of(text, start, end)
        console.print(Text(f"{name}, characters {start} to {end}, line {excerpt.line}", style="dim"))
        words = Text.assemble(excerpt.before, (excerpt.fact, _FACT), excerpt.after)
        console.print(Padding(words, (0, 0, 0, 4)))
    console.print(
        Text(
            f"made by rules and model {fact['extractor_version']}, run {fact['run_id']}, {fact['seen_at']}", style="dim"
        )
    )
    console.print()


def _print_support(console: Console, documents: Iterable[Mapping[str, Any]]) -> None:
    named = {document["uri"]: document for document in documents}
    console.print(Text(f"supported by {len(named)} document{'s' * (len(named) != 1)}", style="bold"))
    for uri, document in list(named.items())[:_MOST_DOCUMENTS]:
        console.print(Text(f"  {document['published_date'] or 'unknown day'}  {document['agency']}  {uri}"))
    if len(named) > _MOST_DOCUMENTS:
        console.print(Text(f"  and {len(named) - _MOST_DOCUMENTS} more", style="dim"))
