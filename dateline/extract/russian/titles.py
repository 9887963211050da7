"""Office titles in Russian text: rank, post, body and country, as printed, before anybody is given them."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from dateline.extract.dossier import Dossier, OrganizationDraft
from dateline.extract.russian.departments import department_at
from dateline.extract.russian.reading import Reading
from dateline.extract.russian.title_bodies import adjective_body, body_at, embassy_at, has_entry, outermost
from dateline.extract.russian.title_book import headed_title, posts, status_words
from dateline.lexicon.russian import RussianPost, RussianRank
from dateline.records import OfficeRank, OfficeStatus

_SKIPPED_ADJECTIVES: Final = frozenset(["новый", "нынешний", "действующий"])
_GENERIC_OWNERS: Final = frozenset(["организация", "содружество", "альянс", "объединение"])
_PLURAL_BODIES: Final = frozenset(
    ["ведомство", "министерство", "совет", "совбез", "штаб", "генштаб", "правительство", "государство"]
)
_LONGEST: Final = 9
_INNER: Final = 4
_OWN_COUNTRY: Final = frozenset(["республика", "страна"])
_REGIONAL: Final = frozenset(["Head", "Chairman", "Governor", "Prosecutor", "Akim", "Khokim", "Mayor"])
_GENERAL_STAFF: Final = "General Staff of the Armed Forces"
_JOINT_CHIEFS: Final = {
    "US": "Chairman of the Joint Chiefs of Staff",
    "PK": "Chairman of the Joint Chiefs of Staff Committee",
}
_OF_EMBASSIES: Final = ("Attache", "Attaché")
_SECURITY_ADVISER: Final = "по национальной безопасности"


@dataclass(frozen=True, slots=True)
class Title:
    """A title in the text by words, half-open; `title` is canonical, `organization` the canonical body.

    `state_base`: name of the state body, which needs a country. `is_plural`: "министры обороны".
    """

    first: int
    last: int
    title: str
    rank: OfficeRank
    status: OfficeStatus
    is_plural: bool
    organization: str | None = None
    state_base: str | None = None
    country: str | None = None
    is_international: bool = False


@dataclass(frozen=True, slots=True)
class _Phrase:
    """A title phrase by words, before its body or country: the post and the rank before or within it."""

    first: int
    last: int
    post: RussianPost
    rank: RussianRank | None
    is_plural: bool = False

    @property
    def title(self) -> str:
        """The post's canonical title with the rank."""
        return self.ranked(self.post.title)

    @property
    def office_rank(self) -> OfficeRank:
        """The rank's, else the post's."""
        return self.rank.rank if self.rank else self.post.rank

    def ranked(self, title: str) -> str:
        """The title with the rank in front: "Deputy Minister of Defense"."""
        return f"{self.rank.name} {title}" if self.rank else title


def find_titles(reading: Reading, dossier: Dossier) -> list[Title]:
    """Return the titles of a text in order, without overlap."""
    found: list[Title] = []
    index = 0
    while index < len(reading.words):
        title = _title_at(reading, dossier, index)
        if title:
            found.append(title)
        index = title.last if title else index + 1
    return found


def _title_at(reading: Reading, dossier: Dossier, index: int) -> Title | None:
    for phrase in _phrases_at(reading, index):
        rule = {"head": _of_head, "body": _of_body}.get(phrase.post.owner, _of_state)
        if title := rule(reading, dossier, phrase):
            return title
    return None


def _phrases_at(reading: Reading, index: int) -> Iterator[_Phrase]:
    word = reading.words[index]
    if word.kind != "word" or word.forms[0].pos in ("PREP", "VERB", "ADVB", "CONJ") or reading.at(index - 1) == "при":
        return  # "после" is no ambassador, "академия при президенте" no president
    within = reading.countries_near(index + 1, index + _INNER)
    inner = [first for first, _, _ in within if not _is_noun(reading, first)]
    if inner:  # "глава российской дипломатии": the adjective stands inside the title
        without = [*reading.words[index : inner[0]], *reading.words[inner[0] + 1 : index + _LONGEST]]
        for size, (post, rank) in posts().all_at(without, 0):
            if size > inner[0] - index:
                yield _Phrase(index, index + size + 1, post, rank)
    for last, (post, rank) in posts().all_at(reading.words, index):
        yield _Phrase(index, last, post, rank, _is_plural(reading, index, last))


def _is_noun(reading: Reading, index: int) -> bool:
    return bool(reading.places_near(index, index + 1))


def _is_plural(reading: Reading, first: int, last: int) -> bool:
    """Several holders: "министры обороны", also "главы военных ведомств", whose head alone does not tell."""
    head = reading.words[first]
    bodies = [word for word in reading.words[first + 1 : last] if word.keys & _PLURAL_BODIES]
    return not head.can_be("sing") or (head.can_be("plur") and any(not word.can_be("sing") for word in bodies))


def _of_state(reading: Reading, dossier: Dossier, phrase: _Phrase) -> Title | None:
    """A state's office, with the country beside it: "министр обороны Армении"."""
    end, country = _country(reading, phrase.first, phrase.last)
    if country is None and reading.keys(end) & _OWN_COUNTRY and reading.words[end].text.islower():
        end, country = end + 1, reading.own_country(phrase.first, _host(dossier))  # "секретарь Совбеза республики"
    if country is None and "этот" in reading.keys(end) and reading.keys(end + 1) & _OWN_COUNTRY:
        end, country = end + 2, reading.country_before(phrase.first)  # "министр иностранных дел этой страны"
    is_listed = reading.words[phrase.first].can_be("plur") and _lists_countries(reading, end)
    title = phrase.title
    is_adviser = phrase.post.title.startswith("Adviser to the ")
    if is_adviser and reading.surface(end, end + 3).lower() == _SECURITY_ADVISER:
        title, end = phrase.ranked("National Security Adviser"), end + 3
    base = phrase.post.body
    if country in _JOINT_CHIEFS and reading.keys(phrase.first) & {"председатель"} and base == _GENERAL_STAFF:
        title, base = title.replace("Chief of the General Staff", _JOINT_CHIEFS[str(country)]), "Joint Chiefs of Staff"
    if title == "Secretary of State" and country is None:
        return None  # "госсекретарь" alone is somebody's second mention; speakers resolve it
    if title.startswith(("Ambassador", "Permanent Representative")):
        title, end = _accredited(reading, title, end, dossier)
    if title.startswith("Plenipotentiary") and reading.at(end) == "в":
        for found in reading.places_near(end + 1, end + 2):
            end, country = found.last, dossier.places[int(found.key)].country_code
    embassy = embassy_at(reading, dossier, end) if title.endswith(_OF_EMBASSIES) else None
    if title.endswith(_OF_EMBASSIES) and embassy is None:
        title, end = _accredited(reading, title, end, dossier)
    if embassy:
        end, country = embassy.last, dossier.organizations[str(embassy.key)].country_code
    return Title(
        first=phrase.first,
        last=end,
        title=title,
        rank=phrase.office_rank,
        status=_status(reading, phrase.first),
        is_plural=phrase.is_plural or is_listed,
        organization=str(embassy.key) if embassy else None,
        state_base=base,
        country=country,
    )


def _of_body(reading: Reading, dossier: Dossier, phrase: _Phrase) -> Title | None:
    """An office of an international body: "генеральный секретарь ОДКБ", "генсек организации"."""
    body = body_at(reading, phrase.last)
    name = phrase.post.organ or (str(body.key) if body else _implied_body(reading, dossier, phrase))
    if name is None:
        return None
    dossier.organizations.setdefault(name, OrganizationDraft(name, kind="organ"))
    return Title(
        first=phrase.first,
        last=body.last if body else phrase.last + bool(reading.keys(phrase.last) & _GENERIC_OWNERS),
        title=phrase.title,
        rank=phrase.office_rank,
        status=_status(reading, phrase.first),
        is_plural=phrase.is_plural,
        organization=name,
        is_international=True,
    )


def _of_head(reading: Reading, dossier: Dossier, phrase: _Phrase) -> Title | None:
    """A head and its body ("глава Минобороны"), or a head of a department of a body."""
    department = None if has_entry(dossier, body_at(reading, phrase.last)) else department_at(reading, phrase.last)
    at = department[0] if department else phrase.last
    at += bool(department) and reading.at(at) == "при"
    body = body_at(reading, at) or (None if department else adjective_body(reading, at))
    if body is None:
        return _of_department(reading, phrase, department) if department else _of_country(reading, dossier, phrase)
    body = outermost(reading, dossier, body)
    draft = dossier.organizations[str(body.key)]
    base = draft.name.rsplit(" of ", 1)[0] if draft.country_code else draft.name
    title = headed_title(phrase.post.title, base, draft, is_bare=phrase.post.is_bare)
    if department:
        is_press = department[1] == "Press Service" and phrase.post.is_bare
        title = "Spokesperson" if is_press else f"{phrase.post.title} of the {department[1]}"
    if title is None:
        return None
    is_listed = (
        draft.kind == "ministry" and reading.words[phrase.first].can_be("plur") and _lists_countries(reading, body.last)
    )  # "главы Минобороны РФ и Узбекистана"
    return Title(
        first=phrase.first,
        last=body.last + bool(reading.keys(body.last) & _OWN_COUNTRY and reading.words[body.last].text.islower()),
        title=phrase.ranked(title),
        rank=phrase.office_rank,
        status=_status(reading, phrase.first),
        is_plural=phrase.is_plural or is_listed,
        organization=None if is_listed else draft.name,
        state_base=base if is_listed else None,
        country=draft.country_code,
        is_international=draft.country_code is None,
    )


def _of_region(reading: Reading, dossier: Dossier, phrase: _Phrase) -> Title | None:
    """The head of a region or a city: "губернатор Гродненской области"."""
    found = next(iter(reading.places_near(phrase.last, phrase.last + 1)), None)
    place = dossier.places.get(int(found.key)) if found else None
    if found is None or place is None:
        return None
    title = phrase.ranked(f"{phrase.post.title} of {place.name}")
    status = _status(reading, phrase.first)
    return Title(
        phrase.first, found.last, title, phrase.office_rank, status, is_plural=False, country=place.country_code
    )


def _of_country(reading: Reading, dossier: Dossier, phrase: _Phrase) -> Title | None:
    """A head of state: "глава Таджикистана"."""
    noun = [
        (stop, code)
        for start, stop, code in reading.countries_near(phrase.last, phrase.last + 1)
        if start == phrase.last and _is_noun(reading, start)
    ]
    if not noun and phrase.post.title in _REGIONAL and not phrase.is_plural:
        return _of_region(reading, dossier, phrase)
    if not noun or phrase.post.title != "Head" or phrase.rank or phrase.is_plural:
        return None
    end, code = max(noun)
    status = _status(reading, phrase.first)
    return Title(phrase.first, end, "President", "head", status, is_plural=False, country=code)


def _of_department(reading: Reading, phrase: _Phrase, department: tuple[int, str]) -> Title | None:
    """The head of a department whose ministry is left out: "глава управления боевой подготовки"."""
    if phrase.post.is_bare and phrase.post.title != "Director":
        return None
    return Title(
        first=phrase.first,
        last=department[0],
        title=phrase.ranked(f"{phrase.post.title} of the {department[1]}"),
        rank=phrase.office_rank,
        status=_status(reading, phrase.first),
        is_plural=phrase.is_plural,
    )


def _host(dossier: Dossier) -> str | None:
    """The country of the dateline, which "республика" and "страна" mean."""
    place = dossier.places.get(dossier.dateline_place or 0)
    return place.country_code if place else None


def _lists_countries(reading: Reading, end: int) -> bool:
    """'Главы МИД Армении и Азербайджана': a further country behind the first."""
    return reading.at(end) in (",", "и") and bool(reading.places_near(end + 1, end + 2))


def _accredited(reading: Reading, title: str, end: int, dossier: Dossier) -> tuple[str, int]:
    """'постпред Белоруссии при ОДКБ' is Permanent Representative to the CSTO; "посол X в Y" takes in the "в Y"."""
    body = body_at(reading, end + 1) if reading.at(end) == "при" else None
    if body:
        acronym = dossier.organizations[str(body.key)].acronym or str(body.key)
        return f"{title} to the {acronym}", body.last
    if reading.at(end) == "в":
        for found in reading.places_near(end + 1, end + 2):
            return title, found.last
    return title, end


def _status(reading: Reading, first: int) -> OfficeStatus:
    for status in ("acting", "former"):
        for size in (3, 2, 1):
            found = status_words(status).at(reading.words, first - size) if first >= size else None
            if found and found[0] in (first, first - 1) and (found[0] == first or _is_adjective(reading, first - 1)):
                return "acting" if status == "acting" else "former"
    return "current"


def _is_adjective(reading: Reading, index: int) -> bool:
    return bool(reading.countries_near(index, index + 1))


def _country(reading: Reading, first: int, last: int) -> tuple[int, str | None]:
    """The country of a title: the noun behind it, the forces between left out, or the adjective before or inside it."""
    end = last
    while reading.keys(end) & {"вооруженный", "сила", "вс"} and end - last < 2:
        end += 1
    if reading.at(end) == "при" and "президент" in reading.keys(end + 1):
        end += 2  # "секретарь Совета безопасности при президенте X"
    for start, stop, code in reading.countries_near(last, end + 1):
        if start in (last, end) and _is_noun(reading, start):
            return stop, code
    if army := reading.army_behind(last):
        return army
    for start, stop, code in reading.countries_near(first - _LONGEST, last):
        if stop == first or first <= start < last:
            return last, code
        if stop == first - 1 and reading.keys(first - 1) & _SKIPPED_ADJECTIVES:
            return last, code
    return last, None


def _implied_body(reading: Reading, dossier: Dossier, phrase: _Phrase) -> str | None:
    """The international body of "генсек" or "генсек организации": the last named one before, or the only one."""
    international = [
        found for found in reading.bodies if dossier.organizations[str(found.key)].kind == "intergovernmental"
    ]
    before = [found for found in international if found.first < phrase.first]
    names = {str(found.key) for found in international}
    if before and (reading.keys(phrase.last) & _GENERIC_OWNERS or len(names) == 1):
        return str(before[-1].key)
    return names.pop() if len(names) == 1 else None
