"""The parts of a dateline behind its place or agency: dates, agencies, regions, bylines, brackets."""

import re
from dataclasses import dataclass, replace
from typing import Final

from dateline.clean.agency_names import UPPER, agency_pattern, bracketed_agency, glued_pattern
from dateline.clean.date_text import DATE, WEEKDAYS, PrintedDate, printed_date, short_date
from dateline.clean.places import is_city, is_country, is_place
from dateline.lexicon.sources import Source, load_sources

WORD: Final = rf"(?:(?:St|ST|Ft|FT|Mt|MT|Sta|Ste)\.\s?)?[{UPPER}][\w'’ʻ‘-]*"
SMALL: Final = r"(?:of|de|da|do|la|le|el|al|on|upon|am|an|der|am|sur|the|i|na|и|на)"
_REGION: Final = re.compile(
    rf"(?:(?:[A-Z]\.){{2,3}}|{WORD}\.?(?:[ ](?:{SMALL}[ ])?{WORD}){{0,2}})(?=\s*(?:[,.(/–—-]|$)|\s+\d)"
)
_SHORT_REGION: Final = re.compile(r"(?:[A-Z]\.?){2,3}|[A-Z][a-z]{2,4}\.")
BRACKETS: Final = re.compile(r"\(((?:[^()\n]|\([^()\n]{1,20}\)){1,70})\)|/\s?([^/\n]{1,60}?)\s?/|\[([^\[\]\n]{1,50})\]")
_BYLINE: Final = re.compile(rf"(?:By|by|BY|Автор:?|Корр\.)\s+(?:[{UPPER}][\w'’.-]*\s*){{1,4}}?(?=\s*(?:[-–—,/|]|$))")
_NAMES: Final = re.compile(rf"[{UPPER}][\w'’-]+(?:\s[{UPPER}][\w'’.-]+){{1,2}}(?=\s*[-–—,]\s*\w)")
_AUTHOR: Final = re.compile(rf"(?<=,\s)[{UPPER}][\w'’-]+\s[{UPPER}][\w'’-]+(?=\.\s|\s[–—-]\s)")
_SEPARATOR: Final = re.compile(r"[\s,.;:|_*]*[-–—]{1,3}\s*|[\s,.;:|_*]+(?:/\s)?")
_ERA: Final = re.compile(r"(?:Juche|Reiwa|Heisei|B\.?E\.?)\s\d{1,4},?\s?\((\d{4})\)")
_CAPITALS: Final = re.compile(rf"(?<=,\s)[{UPPER}]{{4,14}}(?=[.:]\s|\s[–—-]\s)")
_AFTER_DASH: Final = re.compile(
    rf"(?<=[–—]\s)[{UPPER}][\w.'’]{{2,24}}(?:\s[{UPPER}][\w.'’]+)?(?=\.\s+[\"“«]?[{UPPER}])"
)
_GLUED_ACRONYM: Final = re.compile(rf"(?<=,\s)[A-Z]{{3,8}}(?=-\s[\"“«]?[{UPPER}])")
_UNKNOWN: Final = re.compile(
    rf"(?<=,\s)[{UPPER}][\w.'’]{{2,24}}(?:\s[{UPPER}][\w.'’]+)?(?=\s{{1,2}}(?:[–—-]|--)\s+[\"“«]?[{UPPER}\d])"
)
_WEEKDAY: Final = re.compile(r"(?:" + "|".join(sorted(WEEKDAYS, key=len, reverse=True)) + r")\b\.?", re.IGNORECASE)
_PARTS: Final = 7


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
    has_region: bool = False


def read_parts(head: str, found: Dateline) -> None:
    """Read dates, agencies, countries and bylines from `found.end` on, as far as they go."""
    for _ in range(_PARTS):
        gap = _SEPARATOR.match(head, found.end)
        start = gap.end() if gap else found.end
        if not _read_part(head, start, found):
            return


def _read_part(head: str, start: int, found: Dateline) -> bool:
    if (match := BRACKETS.match(head, start)) and read_bracket(match, found):
        found.end = match.end()
    elif not found.date and (date := _date_at(head, start)):
        found.date, found.end = date, date.end
    elif (match := _WEEKDAY.match(head, start)) and re.match(r"\s*[,./(–—-]", head[match.end() :]):
        found.end = match.end()
    elif not found.agency and (match := agency_pattern().match(head, start)) and not _is_glued_feed(head, match):
        note_agency(found, match[1])
        found.end = match.end()
    elif not found.agency and (match := glued_pattern().match(head, start)):
        note_agency(found, match[1])
        found.end = match.end(1)
    elif match := _era(head, start, found):
        found.end = match.end()
    elif match := _writer(head, start, found):
        found.end, found.has_byline = match.end(), True
    elif not found.date and (match := _region(head, start, found)):
        found.end = match.end()
    elif not found.agency and (match := _unknown_agency(head, start, found)):
        found.agency, found.end = match[0], match.end()
    else:
        return False
    return True


def _unknown_agency(head: str, start: int, found: Dateline) -> re.Match[str] | None:
    """A name between the date and the dash, or in capitals behind a place in capitals: `Shusha, 5 May, Sentinel - `."""
    if found.date is None:
        return _GLUED_ACRONYM.match(head, start) if is_city(found.place or "") else None
    if (found.place or "").isupper() and (match := _CAPITALS.match(head, start)):
        return match
    match = _UNKNOWN.match(head, start) or _AFTER_DASH.match(head, start)
    return None if match is None or is_place(match[0]) else match


def _era(head: str, start: int, found: Dateline) -> re.Match[str] | None:
    """`September 9 Juche 108 (2019)`: the common year stands in brackets."""
    match = _ERA.match(head, start) if found.date and not found.date.year else None
    if match and found.date:
        found.date = replace(found.date, year=int(match[1]))
    return match


def _writer(head: str, start: int, found: Dateline) -> re.Match[str] | None:
    """A byline: before the agency, or behind it (`РИА Новости, Иван Орлов. `)."""
    if found.agency:
        return None if found.has_byline else _AUTHOR.match(head, start)
    return _BYLINE.match(head, start) or _names_before_agency(head, start)


def _date_at(head: str, start: int) -> PrintedDate | None:
    match = DATE.match(head, start)
    if match:
        return printed_date(match)
    date = short_date(head[start:])
    return PrintedDate(date.day, date.month, date.year, start, start + date.end) if date else None


def _is_glued_feed(head: str, match: re.Match[str]) -> bool:
    """`INTERFAX-Kazakhstan and Russia agreed`: the second word is the story's first one, not a regional feed."""
    return (
        "-" in match[1]
        and re.match(r"\s+\w", head[match.end() :]) is not None
        and glued_pattern().match(head, match.start()) is not None
    )


def _names_before_agency(head: str, start: int) -> re.Match[str] | None:
    match = _NAMES.match(head, start)
    if not match:
        return None
    gap = _SEPARATOR.match(head, match.end())
    return match if gap and agency_pattern().match(head, gap.end()) else None


def _region(head: str, start: int, found: Dateline) -> re.Match[str] | None:
    """A country, state or second place after the first: `Baku, Azerbaijan, Oct. 25`, `Santa Fe, N.M. (AP)`."""
    if head[:start].rstrip()[-1:] != ",":
        return None
    match = _REGION.match(head, start)
    while match and not (is_place(match[0]) or _SHORT_REGION.fullmatch(match[0]) or _agency_follows(head, match.end())):
        shorter = match[0].rfind(" ")  # "Banten, 5 May" reads on, "Utah The state" does not
        match = _REGION.match(head[: start + shorter], start) if shorter > 0 else None
    if match and found.place and is_country(found.place) and is_city(match[0]):  # "Azerbaijan, Baku, 12 February"
        found.place = match[0]
    found.has_region = found.has_region or (match is not None and is_place(match[0]))
    return match


def _agency_follows(head: str, start: int) -> bool:
    bracket = re.compile(r"[,.]?\s*").match(head, start)
    match = BRACKETS.match(head, bracket.end() if bracket else start)
    return match is not None and bracketed_agency(match[1] or match[2] or "") is not None


def note_agency(found: Dateline, surface: str) -> None:
    """Put down an agency as printed, with its source where the lexicon knows it."""
    found.agency = surface.strip()
    found.agency_source = load_sources().named(surface)


def read_bracket(match: re.Match[str], found: Dateline) -> bool:
    """Take agency and date out of `(UrduPoint News / Sputnik - 23rd June, 2021)`; False where it is neither."""
    inner = next(g for g in match.groups() if g is not None).strip()
    date = DATE.search(inner)
    printed = printed_date(date) if date else short_date(inner)
    name = inner
    if printed:
        found.date = found.date or printed
        name = (inner[: printed.start] + inner[printed.end :]).strip(" ,.;–—-")
    if match[3] is not None and not printed:  # [India]
        return bool(re.fullmatch(rf"(?:{WORD}[ ]?){{1,4}}", inner))
    if not name:
        return printed is not None
    if not re.match(rf"(?:Корр\.\s*)?[«“\"]?(?:[{UPPER}\d]|dpa\b|nCa\b)", name) or len(name.split()) > 7:
        return False
    source = bracketed_agency(name)
    if source is None and is_place(name):  # the country of the place
        return True
    if found.agency:  # a correspondent or a second agency behind the first
        found.bracketed = found.bracketed or source is not None
        return True
    found.agency, found.bracketed, found.agency_source = name, True, source
    return True
