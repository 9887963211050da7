"""Datelines: the place, date and agency that a wire story opens with.

A dateline is read part by part from the start of a line: a place, then dates, bylines and agencies in any order, bare
or in brackets or between slashes, then a dash, colon or full stop. What was read counts only if it holds together:
a known agency, or a bracketed one beside a date or dash, or a known place with a date and a dash.
"""

import re
from dataclasses import dataclass, field
from functools import cache
from typing import Final

from dateline.clean.date_text import DATE, WEEKDAYS, PrintedDate, printed_date
from dateline.clean.places import is_place
from dateline.lexicon.sources import Source, fold_name, load_sources

_UPPER: Final = "A-ZÀ-ÖØ-ÞĀĂĄĆČĎĐĒĖĘĚĞĢĪİĶĻŁŃŅŇŌŐŒŘŚŞŠȘŢŤȚŪŮŰŹŻŽƏÖÜÇА-ЯЁІЇЄҐЎҚҒҲҶӢӮӘҢӨҮҰҺԱ-Ֆ"
_WORD: Final = rf"(?:(?:St|ST|Ft|FT|Mt|MT|Sta|Ste)\.\s?)?[{_UPPER}][\w'’ʻ‘-]*"
_SMALL: Final = r"(?:of|de|da|do|la|le|el|al|on|upon|am|an|der|am|sur|the|i|na|и|на)"
_PLACE: Final = re.compile(
    rf"(?:{_WORD})(?:[ ](?:{_SMALL}[ ])?{_WORD}){{0,3}}(?:(?:/\s?|\s/\s|\s&\s)(?:{_WORD})(?:[ ]{_WORD}){{0,2}})*"
)
_BRACKETS: Final = re.compile(r"\(([^()\n]{1,70})\)|/\s?([^/\n]{1,60}?)\s?/|\[([^\[\]\n]{1,50})\]")
_BYLINE: Final = re.compile(rf"(?:By|by|BY|Автор:?|Корр\.)\s+(?:[{_UPPER}][\w'’.-]*\s*){{1,4}}?(?=\s*(?:[-–—,/|]|$))")
_NAMES: Final = re.compile(rf"[{_UPPER}][\w'’-]+(?:\s[{_UPPER}][\w'’.-]+){{1,2}}(?=\s*[-–—,]\s*\w)")
_SEPARATOR: Final = re.compile(r"[\s,.;:|_*]*[-–—]{1,3}\s*|[\s,.;:|_*]+")
_END: Final = re.compile(r"[\s.,;:/|_*]*(?:[-–—−]{1,3}[\s.,:]*)?")
_DASH: Final = re.compile(r"^\s*[.,]?\s*(?:[-–—−]{1,3}|:|_)\s*")
_PLAIN_END: Final = re.compile(r"^\s*[.,:/]|^\s*$|^\s+(?=[\"“«'A-ZА-ЯЁ])")
_WEEKDAY: Final = re.compile(r"(?:" + "|".join(sorted(WEEKDAYS, key=len, reverse=True)) + r")\b\.?", re.IGNORECASE)
_LONGEST: Final = 160
_PARTS: Final = 7
_ACRONYM: Final = 5
_AGENCY_WORDS: Final = re.compile(
    r"\b(?:news|agency|press|service|office|tv|radio|times|агентство|пресс|info|inform)\b|\.(?:com|ru|kz|kg|uz|tj|az|am|by|net|org)\b",
    re.IGNORECASE,
)


@dataclass(slots=True)
class Dateline:
    """What a line opens with; `end` is where the story goes on. Surfaces stand as printed."""

    place: str | None = None
    agency: str | None = None
    agency_source: Source | None = None
    date: PrintedDate | None = None
    end: int = 0
    has_byline: bool = False
    bracketed: bool = False
    parts: list[str] = field(default_factory=list)


@cache
def _agency_pattern() -> re.Pattern[str]:
    """All agency names, longest first, where a separator follows."""
    book = load_sources()
    names = {n for s in book.by_name.values() if s.kind in {"agency", "outlet"} for n in (s.name, *s.aliases)}
    names = {n for n in names if len(n) > 2 or n.isupper()}
    body = "|".join(re.escape(n) for n in sorted(names, key=lambda n: (-len(n), n)))
    return re.compile(
        rf"(?:(?:IA|MIA|ИА|МИА|НИА)\s)?(?:«|“|\")?({body})(?:»|”|\")?(?=\s*(?:[-–—.:,/|)]|$)|\s+(?:\(|(?-i:[{_UPPER}])))",
        re.IGNORECASE,
    )


@cache
def _glued_pattern() -> re.Pattern[str]:
    names = {n for s in load_sources().by_name.values() if s.glued for n in (s.name, *s.aliases) if "-" not in n}
    body = "|".join(re.escape(n) for n in sorted(names, key=lambda n: (-len(n), n)))
    return re.compile(rf"({body})\s?[-–—:]\s?(?=[{_UPPER}\"“«])", re.IGNORECASE)


def find_dateline(text: str) -> Dateline | None:
    """Return the dateline that `text` opens with, or None."""
    head = text[:_LONGEST]
    if not head or not (head[0].isupper() or head[0].isdigit() or head[0] in '(/[«"“'):
        return None
    for found in (_with_place(head), _date_first(head), _agency_first(head)):
        if found:
            return found
    return None


def _with_place(head: str) -> Dateline | None:
    longest = _PLACE.match(head)
    end = longest.end() if longest else 0
    while longest and end > 0:
        place = head[:end].rstrip(" -")
        found = Dateline(place=place, end=end)
        _read_parts(head, found)
        if _holds_together(head, found):
            return found
        end = max(place.rfind(" "), place.rfind("-"))  # "Baku-APA", "BISHKEK KABAR": the agency was read as place
    return None


def _date_first(head: str) -> Dateline | None:
    """`5 июля, Минск /Корр. БЕЛТА/`: the date stands before the place."""
    match = DATE.match(head)
    date = printed_date(match) if match else None
    if not match or not date:
        return None
    comma = re.match(r",\s+", head[match.end() :])
    start = match.end() + (comma.end() if comma else 0)
    inner = _with_place(head[start:]) if comma else None
    if inner is None or not inner.agency:
        return None
    inner.date = inner.date or date
    inner.end += start
    return inner


def _agency_first(head: str) -> Dateline | None:
    """`AKIPRESS.COM - `, `/TASS/. `, `(Reuters) - `: no place at all."""
    found = Dateline()
    bracket = _BRACKETS.match(head)
    bare = None if bracket else _agency_pattern().match(head)
    if bracket:
        _read_bracket(bracket, found)
        found.end = bracket.end()
    elif bare:
        _note_agency(found, bare[1])
        found.end = bare.end()
    if not (found.agency_source and found.agency_source.kind != "official"):
        return None
    date = re.match(r"[,.]?\s*", head[found.end :])
    dated = DATE.match(head, found.end + (date.end() if date else 0))
    if dated and (printed := printed_date(dated)):
        found.date, found.end = printed, dated.end()
    rest = head[found.end :]
    if not (_DASH.match(rest) or (bracket and _PLAIN_END.match(rest))) or (bare and ":" in rest[:2]):
        return None
    found.end += _end_length(rest)
    return found


def _read_parts(head: str, found: Dateline) -> None:
    """Read dates, agencies, countries and bylines from `found.end` on, as far as they go."""
    for _ in range(_PARTS):
        gap = _SEPARATOR.match(head, found.end)
        start = gap.end() if gap else found.end
        if not _read_part(head, start, found):
            return


def _read_part(head: str, start: int, found: Dateline) -> bool:
    if (match := _BRACKETS.match(head, start)) and _read_bracket(match, found):
        found.end = match.end()
    elif (match := DATE.match(head, start)) and not found.date and (date := printed_date(match)):
        found.date, found.end = date, match.end()
    elif (match := _WEEKDAY.match(head, start)) and re.match(r"\s*[,./(–—-]", head[match.end() :]):
        found.end = match.end()
    elif not found.agency and (match := _agency_pattern().match(head, start)) and not _is_glued_feed(head, match):
        _note_agency(found, match[1])
        found.end = match.end()
    elif not found.agency and (match := _glued_pattern().match(head, start)):
        _note_agency(found, match[1])
        found.end = match.end(1)
    elif not found.agency and (match := _BYLINE.match(head, start) or _names_before_agency(head, start)):
        found.end, found.has_byline = match.end(), True
    elif not found.agency and not found.date and (match := _country(head, start)):
        found.end = match.end()
    else:
        return False
    return True


def _is_glued_feed(head: str, match: re.Match[str]) -> bool:
    """`INTERFAX-Kazakhstan and Russia agreed`: the second word is the story's first one, not a regional feed."""
    return (
        "-" in match[1]
        and head[match.end() :][:1].isspace()
        and _glued_pattern().match(head, match.start()) is not None
    )


def _names_before_agency(head: str, start: int) -> re.Match[str] | None:
    match = _NAMES.match(head, start)
    if not match:
        return None
    gap = _SEPARATOR.match(head, match.end())
    return match if gap and _agency_pattern().match(head, gap.end()) else None


def _country(head: str, start: int) -> re.Match[str] | None:
    """A country, state or second place after the first: `Baku, Azerbaijan, Oct. 25`."""
    if head[:start].rstrip()[-1:] != ",":
        return None
    match = re.compile(rf"{_WORD}\.?(?:[ ]{_WORD}){{0,2}}(?=\s*[,.(/–—-])").match(head, start)
    return (
        match
        if match and (is_place(match[0]) or re.fullmatch(r"(?:[A-Z]\.?){2,3}|[A-Z][a-z]{2,4}\.", match[0]))
        else None
    )


def _note_agency(found: Dateline, surface: str) -> None:
    found.agency = surface.strip()
    found.agency_source = load_sources().named(surface)


def _read_bracket(match: re.Match[str], found: Dateline) -> bool:
    """Take agency and date out of `(UrduPoint News / Sputnik - 23rd June, 2021)`; False where it is neither."""
    inner = next(g for g in match.groups() if g is not None).strip()
    date = DATE.search(inner)
    printed = printed_date(date) if date else None
    name = inner
    if date and printed:
        found.date = found.date or printed
        name = (inner[: date.start()] + inner[date.end() :]).strip(" ,.;–—-")
    if match[3] is not None and not printed:  # [India]
        return bool(re.fullmatch(rf"(?:{_WORD}[ ]?){{1,4}}", inner))
    if not name:
        return printed is not None
    if not re.match(rf"(?:Корр\.\s*)?[«“\"]?(?:[{_UPPER}\d]|dpa\b)", name) or len(name.split()) > 6:
        return False
    if is_place(name) and known_agency(name) is None:  # the country of the place
        return True
    if found.agency:  # a correspondent or a second agency behind the first
        return True
    found.agency, found.bracketed = name, True
    found.agency_source = known_agency(name)
    return True


def known_agency(surface: str) -> Source | None:
    """Return the source of a printed credit; of several (`UrduPoint News / Sputnik`), the last agency."""
    book = load_sources()
    if source := book.named(surface):
        return source
    parts = [p.strip() for p in re.split(r"[/,;|–—]|\s-\s", surface)]
    known = [s for p in parts if (s := book.named(p) or book.named(re.sub(r"^(?:Корр\.|IA|ИА|NIAT|MIA)\s+", "", p)))]
    agencies = [s for s in known if s.kind == "agency"]
    return agencies[-1] if agencies else known[-1] if known else None


def _holds_together(head: str, found: Dateline) -> bool:
    rest = head[found.end :]
    place = found.place or ""
    dash, plain = bool(_DASH.match(rest)), bool(_PLAIN_END.match(rest))
    shouted = place.isupper()
    if found.agency_source and not _is_name_of_source(place):
        ok = (found.bracketed and (dash or plain or found.date is not None)) or dash or plain or found.date is not None
        ok = ok and (found.date is not None or (shouted and len(place) > _ACRONYM) or is_place(place))
    elif found.agency and found.bracketed:
        looks_right = found.agency.isupper() or found.date is not None or bool(_AGENCY_WORDS.search(found.agency))
        ok = (dash or (plain and found.date is not None)) and looks_right and (shouted or is_place(place))
    elif found.date:
        ok = (dash or bool(re.match(r"\s*\.(?:\s|$)", rest))) and is_place(place) and (shouted or dash)
    else:
        ok = shouted and len(place) > 3 and bool(re.match(r"\s*(?:[–—]|--|-\s|:\s)", rest)) and is_place(place)
    if ok:
        found.end += _end_length(rest)
    return ok


def _is_name_of_source(place: str) -> bool:
    return load_sources().named(fold_name(place)) is not None


def _end_length(rest: str) -> int:
    match = _END.match(rest)
    return match.end() if match else 0
