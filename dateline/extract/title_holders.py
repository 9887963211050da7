"""Whose title it is: titles alone, heads of bodies and delegations, professions, as people of the story."""

import re
from functools import cache, lru_cache
from typing import Final

from dateline.extract import coreference
from dateline.extract.guests import guest
from dateline.extract.story import PERSON, Named, Story
from dateline.lexicon.countries import countries

HEAD_OF = re.compile(
    r"(?<!\w)(?:head|chief|leader)\s+of\s+(?:the\s+|his\s+|its\s+)?(?:[\w'’-]+\s+){0,3}?(?P<noun>ministry|department"
    r"|agency|organi[sz]ation|alliance|bloc|council|committee|"
    r"delegation|secretariat|general\s+staff|headquarters|service)(?!\w)",
    re.IGNORECASE,
)
_HEAD_OF_IT = re.compile(r"\s*(?:the\s+)?(?:head|chief|leader)\s+of\s+(?:the\s+)?", re.IGNORECASE)
_STATE_HEADS: Final = {
    "head of state": "president", "leader": "president", "head of the state": "president",
    "head of government": "prime minister", "head of the government": "prime minister", "premier": "prime minister",
}  # fmt: skip
_PROFESSIONS: Final = frozenset({
    "analyst", "expert", "spokesman", "spokeswoman", "spokesperson", "diplomat", "official", "general", "colonel",
    "captain", "major", "commander", "ambassador",
    "rector", "politician", "adviser", "aide", "envoy", "representative", "lieutenant", "admiral", "attache",
})  # fmt: skip
_LED_BY = re.compile(rf"(?<!\w)delegation(?!\w)[^.]{{0,120}}?(?:headed|led)\s+by\s[^.;]*?(?={PERSON})", re.IGNORECASE)
_LEADS = re.compile(
    r"(?:Minister|Head|Secretary-General|Director|Chairman|Chairperson|Secretary|State Secretary|Chief|President"
    r"|Commander)\b"
)


_NATIVE_TITLES: Final = {
    "raksha mantri": ("defense minister", "IN"), "pradhan mantri": ("prime minister", "IN"),
    "wazir-e-azam": ("prime minister", "PK"), "rashtrapati": ("president", "IN"), "elbasy": ("president", "KZ"),
}  # fmt: skip
"""Titles that English-language news of a country prints in its own language, and whose they are."""
RANK_ALONE = re.compile(
    r"(?:the\s+)?(?:general|colonel|admiral|marshal|major|captain|lieutenant|commander)", re.IGNORECASE
)
_ANY_POST: Final = frozenset({"colleague", "counterpart", "official", "guest", "general", "diplomat"})
_COMPATRIOT = re.compile(
    r"(?:minister|secretary|colleague|counterpart|official|guest|general|diplomat|commander)$", re.IGNORECASE
)
_FIELDS: Final = {
    "military department": "minister of defense", "defense department": "minister of defense",
    "military agency": "minister of defense", "defense agency": "minister of defense",
    "military ministry": "minister of defense", "defense ministry": "minister of defense",
    "diplomatic department": "minister of foreign affairs", "foreign ministry": "minister of foreign affairs",
    "foreign affairs agency": "minister of foreign affairs", "foreign policy department": "minister of foreign affairs",
    "law enforcement department": "minister of internal affairs", "interior ministry": "minister of internal affairs",
}  # fmt: skip
_CHIEFS: Final = {
    "military chief": "minister of defense", "pentagon chief": "secretary of defense",
    "top diplomat": "minister of foreign affairs", "chief diplomat": "minister of foreign affairs",
    "foreign policy chief": "minister of foreign affairs", "security chief": "secretary of the security council",
    "top general": "chief of the general staff", "top military officer": "chief of the general staff",
}  # fmt: skip
_REACH: Final = 20_000
"""Characters over which a story's words go back: further than stories are long."""
_HOST_OF = re.compile(
    rf"(?<!\w)(?:hosted|chaired|opened|convened|presided\s+over|led)\s+by\s+(?:[^.;{PERSON}]"
    rf"|(?<=[\s.][A-Z])\.|(?<=[A-Z][a-z])\.|(?<=Gen)\.|(?<=Maj)\.|(?<=Brig)\.){{0,80}}(?={PERSON})"
    rf"|(?<=[{PERSON}]),?\s+(?:who\s+)?(?:hosts|hosted|chairs|chaired|presided\s+over|is\s+hosting|is\s+chairing"
    rf"|presiding)(?!\w)",
    re.IGNORECASE,
)


def holder_of_title(story: Story, start: int, end: int) -> int | None:
    """Return the number of the person whom a title alone means, read at `start` to `end`; nobody where it is open."""
    text = story.body[start:end].strip()
    holder = _by_other_words(story, text, start, end)
    if holder is None and not RANK_ALONE.fullmatch(text):
        holder = _named_holder(story, start, end)
    if holder is None:
        holder = _head_of_state(story, text, start)
    if holder is None:
        holder = _head_of_body(story, start, end)
    return _of_profession(story, text, start) if holder is None else holder


def _by_other_words(story: Story, text: str, start: int, end: int) -> int | None:
    """Holders of offices by what news calls them: in another language, by their field, or as hosts."""
    words = re.sub(r"^(?:the|a|an)\s+", "", text.lower().replace("defence", "defense"))
    if words in ("host", "chairman", "chairperson", "chair", "chairwoman"):
        return _host(story, start)
    if words in ("guest", "visitor", "dignitary") or words.startswith("visiting ") or words.endswith(" guest"):
        return guest(story, start, country_in(story, start, end))
    native = _NATIVE_TITLES.get(words)
    if native:
        return coreference.person_for_title(story.dossier, *native, start)
    title = next((title for called, title in _CHIEFS.items() if words.endswith(called)), None)
    if title is None and words.startswith(("head of", "chief of")):
        title = next((title for called, title in _FIELDS.items() if called in words), None)
    return coreference.person_for_title(story.dossier, title, country_in(story, start, end), start) if title else None


def _host(story: Story, position: int) -> int | None:
    """Who hosted or chaired, as the story said before."""
    for match in reversed(list(_HOST_OF.finditer(story.masked, max(0, position - _REACH), position))):
        named = person_at(story, match.end()) or person_at(story, match.start() - 1)
        if named is not None:
            return int(named.key)
    return None


def _named_holder(story: Story, start: int, end: int) -> int | None:
    """Ask for the holder of a title; a body named in it must be one that the holder's office belongs to."""
    bodies = [named for named in story.within(start, end, "organization") if named.end < end or named.start > start]
    text = story.body[start:end]
    for named in bodies:
        text = text.replace(story.body[named.start : named.end], " ")
    person = coreference.person_for_title(story.dossier, text.strip(), country_in(story, start, end), start)
    if person is None or not bodies:
        return person
    names = {str(named.key) for named in bodies}
    offices = (office.organization for office in story.dossier.offices if office.person == person)
    return person if any(name and any(name in body or body in name for body in names) for name in offices) else None


def only_compatriot(story: Story, start: int, end: int) -> int | None:
    """Return the only person of the country that a title names, as in "the Turkish minister".

    A person to whom the story gives another office is not meant by it.
    """
    code = country_in(story, start, end)
    head = _COMPATRIOT.search(story.body[start:end].strip())
    if code is None or head is None:
        return None
    offices = [office for office in story.dossier.offices if office.person is not None and office.status != "former"]
    people = {number for number, person in enumerate(story.dossier.persons) if person.country_code == code}
    people |= {office.person for office in offices if office.person is not None and office.country_code == code}
    if len(people) > 1:
        people = {number for number in people if any(at < start for at, _ in story.dossier.persons[number].spans)}
    if len(people) > 1 and (visitor := guest(story, start, code)) is not None:
        people = {visitor}
    if len(people) != 1:
        return None
    (person,) = people
    titles = [office.title.lower() for office in offices if office.person == person]
    word = head.group().lower()
    fitting = ("commander", "chief of") if word == "commander" else (word,)
    return person if not titles or word in _ANY_POST or any(w in title for w in fitting for title in titles) else None


def _head_of_state(story: Story, text: str, position: int) -> int | None:
    words = [
        word for word in re.sub(r"^the\s+", "", text, flags=re.IGNORECASE).split() if word not in country_adjectives()
    ]
    title = _STATE_HEADS.get(" ".join(words).lower())
    code = country_in(story, position, position + len(text))
    return coreference.person_for_title(story.dossier, title, code, position) if title else None


def _of_profession(story: Story, text: str, position: int) -> int | None:
    """Tell, of "the analyst", the one person whom the story introduced by that word ("military analyst X")."""
    noun = text.rsplit(maxsplit=1)[-1].lower() if text else ""
    if noun not in _PROFESSIONS:
        return None
    before = re.compile(
        rf"(?<!\w)(?:\w+-)?{noun}(?:-\w+)?\s+(?={PERSON})|{PERSON}(?=,\s+(?:an?\s+|the\s+)?(?:[\w-]+\s+){{0,4}}{noun}(?!\w))",
        re.IGNORECASE,
    )
    found = {
        int(named.key)
        for match in before.finditer(story.masked, max(0, position - _REACH), position)
        if (named := person_at(story, match.end() if noun in match.group().lower() else match.start())) is not None
    }
    return found.pop() if len(found) == 1 else None


def _head_of_body(story: Story, start: int, end: int) -> int | None:
    """Tell, of "the head of the ministry", who leads it; of "the head of the Kazakh delegation", who comes first."""
    match = HEAD_OF.search(story.narration, start, end)
    if match is None:
        return _head_of_named(story, start, end)
    noun = match.group("noun").lower()
    held = [office for office in story.dossier.offices if office.person is not None and office.status != "former"]
    if noun in ("delegation", "side"):
        code = country_in(story, start, end)
        if code is None:
            return _led_delegation(story, start)
        fitting = [
            office.person for office in held if office.person is not None and code == office.country_code is not None
        ]
        return min(
            fitting, key=lambda person: min(story.dossier.persons[person].spans, default=(end, end)), default=None
        )
    called = [people for body, people in _leaders(story).items() if _is_called(story, body, noun)]
    leaders = {person for people in called for person in people}
    return leaders.pop() if len(leaders) == 1 else None


def _head_of_named(story: Story, start: int, end: int) -> int | None:
    """Tell, of "the head of the Joint Staff", who leads the body that is named."""
    bodies = story.within(start, end, "organization")
    if len(bodies) != 1 or not _HEAD_OF_IT.fullmatch(story.body, start, bodies[0].start):
        return None
    leaders = _leaders(story).get(str(bodies[0].key), set())
    return next(iter(leaders)) if len(leaders) == 1 else None


@lru_cache(maxsize=2)
def _leaders(story: Story) -> dict[str, set[int]]:
    """Return who leads each body, of the offices that the story's dossier has."""
    found: dict[str, set[int]] = {}
    for office in story.dossier.offices:
        leads = office.status != "former" and _LEADS.match(office.title)
        if leads and office.person is not None and office.organization:
            found.setdefault(office.organization, set()).add(office.person)
    return found


def _led_delegation(story: Story, position: int) -> int | None:
    """Who led the delegation that was named before ("a delegation headed by Director X")."""
    led = list(_LED_BY.finditer(story.narration, max(0, position - _REACH), position))
    named = person_at(story, led[-1].end()) if led else None
    return int(named.key) if named is not None else None


def _is_called(story: Story, organization: str | None, noun: str) -> bool:
    if organization is None:
        return False
    body = story.dossier.organizations.get(organization)
    if noun in ("organization", "organisation", "alliance", "bloc"):
        return body is not None and body.kind == "intergovernmental"
    return noun in organization.lower()


def country_in(story: Story, start: int, end: int) -> str | None:
    """Return the country that a phrase names by noun, adjective or body, as an ISO 3166-1 code."""
    for named in story.within(start, end, "place"):
        place = story.dossier.places[int(named.key)]
        if place.country_code:
            return place.country_code
    for word in re.findall(r"[^\W\d_]+", story.body[start:end]):
        if word in country_adjectives():
            return country_adjectives()[word]
    return None


@cache
def country_adjectives() -> dict[str, str]:
    """Return the code of each country by its adjectives, as printed."""
    return {adjective: country.code for country in countries().values() for adjective in country.adjectives}


def person_at(story: Story, position: int) -> Named | None:
    """Return the person named at a character."""
    return next(story.covering(position, "person"), None)
