"""Datelines: the place, date and agency that a wire story opens with.

A dateline is read part by part from the start of a line: a place, then dates, bylines and agencies in any order, bare
or in brackets or between slashes, then a dash, colon or full stop. What was read counts only if it holds together:
a known agency, or a bracketed one beside a date or dash, or a known place with a date and a dash.
"""

import re
from typing import Final

from dateline.clean.agency_names import AGENCY_WORDS, UPPER, agency_pattern, bracketed_agency, known_agency
from dateline.clean.date_text import DATE, PrintedDate, printed_date
from dateline.clean.dateline_parts import BRACKETS, SMALL, WORD, Dateline, note_agency, read_bracket, read_parts
from dateline.clean.places import is_city, is_place
from dateline.lexicon.sources import load_sources

__all__ = ["Dateline", "find_dateline"]

_PLACE: Final = re.compile(
    rf"(?:{WORD})(?:[ ](?:{SMALL}[ ])?{WORD}){{0,3}}(?:(?:/\s?|\s/\s|\s&\s)(?:{WORD})(?:[ ]{WORD}){{0,2}})*"
)
_SHOUTED_WORD: Final = re.compile(rf"(?<=\s)[{UPPER}]{{2}}[\w'’-]*")
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
_SITE_AND_PLACE: Final = re.compile(r"([\w-]{2,}(?:\.[\w-]+)*\.[a-z]{2,3}),\s(?=[A-Z]{3})", re.IGNORECASE)
_FROM: Final = re.compile(r"(?:From|Via)\s(?:the\s)?")
_FROM_END: Final = re.compile(r"\s?[:–—-]\s+")
_ALONE: Final = re.compile(r"[.\s]*(?:[–—-]\s*)?")
_NO_PLACE: Final = frozenset(
    {"By", "BY", "From", "FROM", "The", "THE", "Автор"}
    # a sentence begins so, and its weekday or month is no dateline's: "On March 10 Prime Minister …"
    | {"On", "In", "At", "As", "For", "To", "During", "After", "Before", "When", "While", "With", "Since", "Until"}
    | {"Earlier", "Today", "Yesterday", "Later", "Last", "This", "That", "It", "He", "She", "They", "В", "На", "До"}
)
_LONGEST: Final = 160
_LATEST: Final = 240
_DATELINE: Final = 60
_LONG_LINE: Final = 90
_ACRONYM: Final = 5


def find_dateline(text: str) -> Dateline | None:
    """Return the dateline that `text` opens with, or None."""
    head = text[:_LONGEST]
    if not head or not (head[0].isupper() or head[0].isdigit() or head[0] in '(/[«"“'):
        return None
    for read in (_with_place, _date_first, _site_first, _from_agency, _agency_first):
        if found := read(head):
            return found
    return _later_in_line(text[:_LATEST]) or _quiet_place(text)


def _with_place(
    head: str, start: int = 0, agency: Dateline | None = None, date: PrintedDate | None = None
) -> Dateline | None:
    """Read a dateline that begins with its place at `start`; `agency` or `date` were read before it."""
    longest = _PLACE.match(head, start)
    end = longest.end() if longest else start
    while longest and end > start:
        place = head[start:end].rstrip(" -/&")
        found = Dateline(place=place, end=end, date=date)
        if agency:
            found.agency, found.agency_source = agency.agency, agency.agency_source
        read_parts(head, found)
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
    inner = _with_place(head, match.end() + comma.end(), date=date) if comma else None
    if inner and inner.agency:
        return inner
    alone = _PLACE.match(head, match.end() + comma.end()) if comma else None
    if alone and is_city(alone[0]) and _ALONE.fullmatch(head, alone.end()):  # "05.08.2020, Minsk." on its own line
        return Dateline(place=alone[0], date=date, end=len(head))
    bracket = BRACKETS.match(head, match.end() + 1)
    found = Dateline(date=date)
    if not bracket or not head[match.end()].isspace() or not read_bracket(bracket, found):
        return None
    rest = head[bracket.end() :]
    if not found.agency or not _DASH.match(rest) or not (found.agency_source or AGENCY_WORDS.search(found.agency)):
        return None
    found.end = bracket.end() + _end_length(rest)
    return found


def _site_first(head: str) -> Dateline | None:
    """`STEPPECOURIER.COM - `, `STEPPECOURIER.COM, MINSK -- `: an outlet, known or not, by its address."""
    if site := _SITE.match(head):
        return Dateline(agency=site[1], agency_source=known_agency(site[1]), end=site.end())
    if site := _SITE_AND_PLACE.match(head):
        return _with_place(head, site.end(), Dateline(agency=site[1], agency_source=known_agency(site[1])))
    return None


def _from_agency(head: str) -> Dateline | None:
    """`From RIA Novosti: `: a credit instead of a dateline."""
    credit = _FROM.match(head)
    bare = agency_pattern().match(head, credit.end()) if credit else None
    end = _FROM_END.match(head, bare.end()) if bare else None
    if not bare or not end:
        return None
    found = Dateline(end=end.end())
    note_agency(found, bare[1])
    return found


def _agency_first(head: str) -> Dateline | None:
    """`AKIPRESS.COM - `, `/TASS/. `, `(Reuters) - `: no place, or one behind the agency (`AFP, Kabul: `)."""
    found = Dateline()
    bracket = BRACKETS.match(head)
    bare = None if bracket else agency_pattern().match(head)
    if bracket:
        read_bracket(bracket, found)
        found.end = bracket.end()
    elif bare:
        note_agency(found, bare[1])
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
    for bracket in BRACKETS.finditer(head):
        if bracket[3] or bracketed_agency(bracket[1] or bracket[2]) is None:
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
    elif found.agency and not found.date:  # "Damascus, SANA- The"
        ok = found.agency.isupper() and dash and is_city(place)
    elif found.date:
        stopped = bool(re.match(r"\s*\.(?:\s|$)", rest)) or head[found.end - 1] == "."
        dated = found.date.year is not None and bool(_NEXT_SENTENCE.match(rest.removeprefix(",")))
        ok = dash or stopped or dated or (shouted and bool(_NEXT_SENTENCE.match(rest)))
        ok = ok and is_place(place) and (shouted or is_city(place)) and load_sources().named(place) is None
    else:
        ok = shouted and len(place) > 3 and bool(_BARE_END.match(rest)) and is_place(place)
    if ok:
        found.end += _end_length(rest)
    return ok


def _end_length(rest: str) -> int:
    match = _END.match(rest)
    return match.end() if match else 0
