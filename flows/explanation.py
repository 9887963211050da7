"""Why each line of a document is in or out, and what its frame rests on: from the rules, or from the warehouse."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial
from html import unescape
from typing import Any, Final

from dateline.clean import clean_document
from dateline.clean.profile import OutletProfile, outlet_of
from dateline.lexicon.sources import load_sources
from dateline.records import RawDocument, Rejected
from dateline.resolve.transliteration import latinize
from dateline.version import RULES_VERSION
from tasks.isolation import attempt

BECAME: Final = frozenset({"title", "dateline", "credit", "byline", "source", "timestamp", "date_prefix"})
"""Reasons of lines that are no part of the body, but of the frame."""

_TAG: Final = re.compile(r"<!--.*?-->|<(script|style)\b.*?</\1\s*>|<[^<>]*>", re.DOTALL | re.IGNORECASE)
_UNPRINTABLE: Final = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]+")
_SHOWN: Final = 90
_CREDITS: Final = ("dateline", "source", "credit", "byline", "legal")


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A block of the document as people read it, and why it is in or out."""

    text: str
    is_kept: bool
    reason: str
    rule: str
    language: str | None
    raw_start: int
    raw_end: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """One thing that the frame says of the document, and what it rests on."""

    name: str
    value: str | None
    evidence: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Explanation:
    """All that is told of one document: its rejection, or its frame and lines."""

    uri: str
    rejected: Rejected | None = None
    frame: Sequence[Finding] = ()
    lines: Sequence[Line] = ()


def explain_record(record: RawDocument | Rejected, *, as_of: date, profile: OutletProfile | None = None) -> Explanation:
    """Return why cleaning does with a record what it does."""
    if isinstance(record, Rejected):
        return Explanation(uri=record.uri, rejected=record)
    made = attempt("clean", record.uri, partial(clean_document, record, as_of=as_of, profile=profile))
    if isinstance(made, Rejected):
        return Explanation(uri=record.uri, rejected=made)
    document = made.document
    blocks = [
        {name: getattr(block, name) for name in ("raw_start", "raw_end", "is_kept", "reason", "rule", "language")}
        for block in made.blocks
    ]
    lines = read_lines(record.raw, record.format, blocks)
    facts = {name: getattr(document, name) for name in document.__slots__}
    frame = list(read_frame(facts, lines, record))
    known = f"{len(profile.texts)} recurring lines, version {profile.version}" if profile else "no profile"
    frame.append(Finding(name="found at", value=outlet_of(record), evidence=known))
    return Explanation(uri=record.uri, frame=frame, lines=lines)


def read_lines(raw: str, format_: str, blocks: Iterable[dict[str, Any]]) -> list[Line]:
    """Return blocks with their words, without markup and what terminals do not print."""
    return [
        Line(text=_visible(raw[block["raw_start"] : block["raw_end"]], is_html=format_ == "html"), **block)
        for block in blocks
    ]


def read_frame(facts: dict[str, Any], lines: Sequence[Line], record: RawDocument | None = None) -> Iterator[Finding]:
    """Yield what the frame says, in the order in which people ask.

    Args:
        facts: The columns of the document.
        lines: Its blocks.
        record: The raw record, where it is at hand: what its container states is evidence, too.
    """
    stated = "stated beside the text" if record and record.title else "stated in the head of the page"
    title = facts["title"]
    yield Finding(name="title", value=title, evidence=_of_line(lines, "title") or (stated if title else ""))
    for name in ("agency", "outlet"):
        yield Finding(name=name, value=facts[name], evidence=_of_source(facts[name], lines, record))
    day = facts["published_date"]
    candidates = [str(fit) for fit in facts["published_date_candidates"] if fit != day]
    fits = f"; {'would fit as well' if day else 'would fit'}: {', '.join(candidates)}" if candidates else ""
    yield Finding(name="date", value=str(day) if day else None, evidence=f"basis {facts['published_date_basis']}{fits}")
    yield Finding(name="place", value=facts["dateline_place"], evidence=_of_line(lines, "dateline"))
    yield Finding(name="language", value=facts["language"], evidence=_languages(lines))
    kept = sum(len(line.text) for line in lines if line.is_kept)
    share = f"{kept:,} of {sum(len(line.text) for line in lines):,} characters kept"
    yield Finding(name="story", value="yes" if facts["is_story"] else "no", evidence=share)
    translated = "yes" if facts["is_machine_translated"] else "no"
    signs = facts.get("machine_translation_evidence")
    yield Finding(name="by machine", value=translated, evidence=signs or "")
    yield Finding(name="read by", value=facts.get("extractor_version") or f"rules {RULES_VERSION}")


def _of_line(lines: Sequence[Line], *reasons: str) -> str:
    found = next((line for line in lines if line.reason in reasons), None)
    return f"{found.reason}: {_cut(found.text)}" if found else ""


def _of_source(name: str | None, lines: Sequence[Line], record: RawDocument | None) -> str:
    """Return where a source is named: the dateline and credits first, then any line, then the link."""
    if name is None:
        return ""
    source = load_sources().named(name)
    forms = {name, *((source.name, *source.aliases) if source else ())}
    printed = re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, sorted(forms, key=len, reverse=True)))})(?!\w)", re.I)
    ranked = sorted(lines, key=lambda line: (_rank(line.reason), line.raw_start))
    # an unknown source of a Cyrillic page has its name in Latin letters
    if found := next((one for one in ranked if printed.search(one.text) or printed.search(latinize(one.text))), None):
        return f"{found.reason}: {_cut(found.text)}"
    if source and record and load_sources().at_host(host := outlet_of(record)) is source:
        return f"link: {host}"
    return "stated beside the lines"


def _rank(reason: str) -> int:
    return _CREDITS.index(reason) if reason in _CREDITS else len(_CREDITS) + (reason == "story")


def _languages(lines: Sequence[Line]) -> str:
    counts: dict[str, int] = {}
    for line in lines:
        if line.language:
            counts[line.language] = counts.get(line.language, 0) + 1
    return ", ".join(f"{n} × {language}" for language, n in sorted(counts.items(), key=lambda it: (-it[1], it[0])))


def _visible(text: str, *, is_html: bool) -> str:
    words = unescape(_TAG.sub(" ", text)) if is_html else text
    return " ".join(_UNPRINTABLE.sub("", words).split())


def _cut(text: str) -> str:
    return text if len(text) <= _SHOWN else f"{text[:_SHOWN]}…"
