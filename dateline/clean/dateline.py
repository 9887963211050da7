"""Datelines: the place, date and agency that a wire story opens with.

A dateline is read part by part from the start of a line: a place, then dates, bylines and agencies in any order, bare
or in brackets or between slashes, then a dash, colon or full stop. What was read counts only if it holds together:
a known agency, or a bracketed one beside a date or dash, or a known place with a date and a dash.
"""

import re
from dataclasses import dataclass, replace
from typing import Final

from dateline.clean.agency_names import AGENCY_WORDS, UPPER, agency_pattern, glued_pattern, known_agency
from dateline.clean.date_text import DATE, WEEKDAYS, PrintedDate, printed_date, short_date
from dateline.clean.places import is_city, is_country, is_place
from dateline.lexicon.sources import Source, load_sources

_WORD: Final = rf"(?:(?:St|ST|Ft|FT|Mt|MT|Sta|Ste)\.\s?)?[{UPPER}][\w'’ʻ‘-]*"
_SMALL: Final = r"(?:of|de|da|do|la|le|el|al|on|upon|am|an|der|am|sur|the|i|na|и|на)"
_PLACE: Final = re.compile(
    rf"(?:{_WORD})(?:[ ](?:{_SMALL}[ ])?{_WORD}){{0,3}}(?:(?:/\s?|\s/\s|\s&\s)(?:{_WORD})(?:[ ]{_WORD}){{0,2}})*"
)
_REGION: Final = re.compile(
    rf"(?:(?:[A-Z]\.){{2,3}}|{_WORD}\.?(?:[ ](?:{_SMALL}[ ])?{_WORD}){{0,2}})(?=\s*(?:[,.(/–—-]|$)|\s+\d)"
)
_SHORT_REGION: Final = re.compile(r"(?:[A-Z]\.?){2,3}|[A-Z][a-z]{2,4}\.")
_BRACKETS: Final = re.compile(
    r"\(((?:[^()\n]|\([^()\n]{1,20}\)){1,70})\)|/\s?([^/\n]{1,60}?)\s?/|\[([^\[\]\n]{1,50})\]"
)
_BYLINE: Final = re.compile(rf"(?:By|by|BY|Автор:?|Корр\.)\s+(?:[{UPPER}][\w'’.-]*\s*){{1,4}}?(?=\s*(?:[-–—,/|]|$))")
_NAMES: Final = re.compile(rf"[{UPPER}][\w'’-]+(?:\s[{UPPER}][\w'’.-]+){{1,2}}(?=\s*[-–—,]\s*\w)")
_AUTHOR: Final = re.compile(rf"(?<=,\s)[{UPPER}][\w'’-]+\s[{UPPER}][\w'’-]+(?=\.\s|\s[–—-]\s)")
_SHOUTED_WORD: Final = re.compile(rf"(?<=\s)[{UPPER}]{{2}}[\w'’-]*")
_SEPARATOR: Final = re.compile(r"[\s,.;:|_*]*[-–—]{1,3}\s*|[\s,.;:|_*]+(?:/\s)?")
_END: Final = re.compile(r"[\s.,;:/|_*]*(?:[-–—−]{1,3}[\s.,:]*)?")
_DASH: Final = re.compile(r"^\s*[.,]?\s*(?:[-–—−]{1,3}|:|_)\s*")
_PLAIN_END: Final = re.compile(r"^\s*[.,:/|]|^\s*$|^\s+(?=[\"“«'A-ZА-ЯЁ])")
_BARE_END: Final = re.compile(rf"\s*(?:[–—]|--|-\s|:\s)\s*(?:[\"“«'(]?[{UPPER}\d]|$)")
_NEXT_SENTENCE: Final = re.compile(rf"\s+[\"“«]?[{UPPER}]")
_QUIET_END: Final = re.compile(r":\s[A-Z]")
_SHOUTED_END: Final = re.compile(r"\.\s[A-Z][\w'’-]*\s")
_SITE: Final = re.compile(
    rf"\(?([\w-]{{2,}}(?:\.[\w-]+)?\.(?:com|org|net|info|[a-z]{{2}}))\)?\s+[-–—]\s+(?=[\"“«]?(?-i:[{UPPER}]))",
    re.IGNORECASE,
)
_ERA: Final = re.compile(r"(?:Juche|Reiwa|Heisei|B\.?E\.?)\s\d{1,4},?\s?\((\d{4})\)")
_CAPITALS: Final = re.compile(rf"(?<=,\s)[{UPPER}]{{4,14}}(?=[.:]\s|\s[–—-]\s)")
_WEEKDAY: Final = re.compile(r"(?:" + "|".join(sorted(WEEKDAYS, key=len, reverse=True)) + r")\b\.?", re.IGNORECASE)
_NO_PLACE: Final = frozenset({"By", "BY", "From", "FROM", "The", "THE", "Автор"})
_LONGEST: Final = 160
_LATEST: Final = 240
_DATELINE: Final = 60
_LONG_LINE: Final = 90
_PARTS: Final = 7
_ACRONYM: Final = 5


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


def find_dateline(text: str) -> Dateline | None:
    """Return the dateline that `text` opens with, or None."""
    head = text[:_LONGEST]
    if not head or not (head[0].isupper() or head[0].isdigit() or head[0] in '(/[«"“'):
        return None
    for read in (_with_place, _date_first, _agency_first):
        if found := read(head):
            return found
    return _later_in_line(text[:_LATEST]) or _quiet_place(text)


def _with_place(head: str, start: int = 0, agency: Dateline | None = None) -> Dateline | None:
    """Read a dateline that begins with its place at `start`; `agency` was read before it."""
    longest = _PLACE.match(head, start)
    end = longest.end() if longest else start
    while longest and end > start:
        place = head[start:end].rstrip(" -/&")
        found = Dateline(place=place, end=end)
        if agency:
            found.agency, found.agency_source = agency.agency, agency.agency_source
        _read_parts(head, found)
        if _holds_together(head, found):
            return found
        # "Baku-APA", "BISHKEK KABAR": the agency was read as place
        end = start + max(place.rfind(" "), place.rfind("-"), 0)
    return None


def _date_first(head: str) -> Dateline | None:
    """`5 июля, Минск /Корр. БЕЛТА/`, `March 3 (Reuters) -`: the date stands first."""
    match = DATE.match(head)
    date = printed_date(match) if match else None
    if not match or not date:
        return None
    comma = re.match(r"[,.]\s+", head[match.end() :])
    inner = _with_place(head, match.end() + comma.end()) if comma else None
    if inner and inner.agency:
        inner.date = inner.date or date
        return inner
    bracket = _BRACKETS.match(head, match.end() + 1)
    found = Dateline(date=date)
    if not bracket or not head[match.end()].isspace() or not _read_bracket(bracket, found):
        return None
    rest = head[bracket.end() :]
    if not found.agency or not _DASH.match(rest) or not (found.agency_source or AGENCY_WORDS.search(found.agency)):
        return None
    found.end = bracket.end() + _end_length(rest)
    return found


def _agency_first(head: str) -> Dateline | None:
    """`AKIPRESS.COM - `, `/TASS/. `, `(Reuters) - `: no place, or one behind the agency (`AFP, Kabul: `)."""
    found = Dateline()
    if site := _SITE.match(head):
        return Dateline(agency=site[1], agency_source=known_agency(site[1]), end=site.end())
    bracket = _BRACKETS.match(head)
    bare = None if bracket else agency_pattern().match(head)
    if bracket:
        _read_bracket(bracket, found)
        found.end = bracket.end()
    elif bare:
        _note_agency(found, bare[1])
        found.end = bare.end()
    if not (found.agency_source and found.agency_source.kind != "official"):
        return None
    gap = re.match(r"\s*(?:[,.|/]|[-–—]{1,2}(?=\s))?\s*", head[found.end :])
    placed = _with_place(head, found.end + (gap.end() if gap else 0), found)
    if placed and (placed.bracketed or (is_place(placed.place or "") and (placed.date or _closes(head, placed)))):
        return placed
    date = re.match(r"[,.]?\s*", head[found.end :])
    dated = DATE.match(head, found.end + (date.end() if date else 0))
    if dated and (printed := printed_date(dated)):
        found.date, found.end = printed, dated.end()
    rest = head[found.end :]
    full_stop = bare and found.agency_source.kind == "agency" and re.match(rf"\.\s+[\"“«]?[{UPPER}]", rest)
    if bare and re.match(r"\s*[-–—]+\s*[^\W\d_]", rest) and not re.match(rf"\s*[-–—]+\s*[{UPPER}]", rest):
        return None  # "Dawn - the hour before sunrise"
    if not (_DASH.match(rest) or full_stop or (bracket and _PLAIN_END.match(rest))) or (bare and ":" in rest[:2]):
        return None
    found.end += _end_length(rest)
    return found


def _closes(head: str, found: Dateline) -> bool:
    """A dash or colon parts the place from the story; without one its name is the story's first word."""
    return re.search(r"[-–—:|]\s*$", head[: found.end]) is not None


def _later_in_line(head: str) -> Dateline | None:
    """`By Ann Lee DOHA, Qatar (AP) -- `: a page printed headline or byline and dateline on one line."""
    for bracket in _BRACKETS.finditer(head):
        if bracket[3] or known_agency(bracket[1] or bracket[2]) is None:
            continue
        for word in _SHOUTED_WORD.finditer(head, max(0, bracket.start() - _DATELINE), bracket.start()):
            found = _with_place(head, word.start())
            place = found.place or "" if found else ""
            if found and found.agency_source and found.end >= bracket.end() and place.isupper() and is_place(place):
                return found
    return None


def _quiet_place(text: str) -> Dateline | None:
    """`New Delhi: The ...`, `BISHKEK. The ...`: a city and no more opens a paragraph of some length."""
    longest = _PLACE.match(text)
    if longest is None or len(text) < _LONG_LINE:
        return None
    end = _SHOUTED_END if longest[0].isupper() else _QUIET_END
    if not end.match(text, longest.end()) or not is_city(longest[0]):
        return None
    return Dateline(place=longest[0], end=longest.end() + _end_length(text[longest.end() :]))


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
    elif not found.date and (date := _date_at(head, start)):
        found.date, found.end = date, date.end
    elif (match := _WEEKDAY.match(head, start)) and re.match(r"\s*[,./(–—-]", head[match.end() :]):
        found.end = match.end()
    elif not found.agency and (match := agency_pattern().match(head, start)) and not _is_glued_feed(head, match):
        _note_agency(found, match[1])
        found.end = match.end()
    elif not found.agency and (match := glued_pattern().match(head, start)):
        _note_agency(found, match[1])
        found.end = match.end(1)
    elif match := _era(head, start, found):
        found.end = match.end()
    elif match := _writer(head, start, found):
        found.end, found.has_byline = match.end(), True
    elif not found.date and (match := _region(head, start, found)):
        found.end = match.end()
    elif not found.agency and found.date and (found.place or "").isupper() and (match := _CAPITALS.match(head, start)):
        found.agency, found.end = match[0], match.end()
    else:
        return False
    return True


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
    match = _BRACKETS.match(head, bracket.end() if bracket else start)
    return match is not None and known_agency(match[1] or match[2] or "") is not None


def _note_agency(found: Dateline, surface: str) -> None:
    found.agency = surface.strip()
    found.agency_source = load_sources().named(surface)


def _read_bracket(match: re.Match[str], found: Dateline) -> bool:
    """Take agency and date out of `(UrduPoint News / Sputnik - 23rd June, 2021)`; False where it is neither."""
    inner = next(g for g in match.groups() if g is not None).strip()
    date = DATE.search(inner)
    printed = printed_date(date) if date else short_date(inner)
    name = inner
    if printed:
        found.date = found.date or printed
        name = (inner[: printed.start] + inner[printed.end :]).strip(" ,.;–—-")
    if match[3] is not None and not printed:  # [India]
        return bool(re.fullmatch(rf"(?:{_WORD}[ ]?){{1,4}}", inner))
    if not name:
        return printed is not None
    if not re.match(rf"(?:Корр\.\s*)?[«“\"]?(?:[{UPPER}\d]|dpa\b|nCa\b)", name) or len(name.split()) > 7:
        return False
    source = known_agency(name)
    if source is None and is_place(name):  # the country of the place
        return True
    if found.agency:  # a correspondent or a second agency behind the first
        found.bracketed = found.bracketed or source is not None
        return True
    found.agency, found.bracketed, found.agency_source = name, True, source
    return True


def _holds_together(head: str, found: Dateline) -> bool:
    rest = head[found.end :]
    place = found.place or ""
    if place in _NO_PLACE:
        return False
    dash, plain = bool(_DASH.match(rest)), bool(_PLAIN_END.match(rest))
    plain = plain or (found.bracketed and bool(re.match(rf"[\"“«]?[{UPPER}]", rest)))
    shouted = place.isupper()
    if found.agency_source and (is_place(place) or load_sources().named(place) is None):
        ok = dash or plain or found.date is not None
        ok = ok and (
            found.date is not None or (shouted and (found.has_region or len(place) > _ACRONYM)) or is_place(place)
        )
    elif found.agency and found.bracketed:
        looks_right = found.agency.isupper() or found.date is not None or bool(AGENCY_WORDS.search(found.agency))
        ok = (dash or (plain and found.date is not None)) and looks_right and (shouted or is_place(place))
    elif found.date:
        stopped = bool(re.match(r"\s*\.(?:\s|$)", rest)) or head[found.end - 1] == "."
        ok = dash or stopped or (shouted and bool(_NEXT_SENTENCE.match(rest)))
        ok = ok and is_place(place) and (shouted or is_city(place))
    else:
        ok = shouted and len(place) > 3 and bool(_BARE_END.match(rest)) and is_place(place)
    if ok:
        found.end += _end_length(rest)
    return ok


def _end_length(rest: str) -> int:
    match = _END.match(rest)
    return match.end() if match else 0
