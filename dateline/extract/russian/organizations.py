"""Bodies of Russian stories under canonical English names: "Минобороны Казахстана", "Совет министров обороны СНГ"."""

from collections.abc import Iterator
from functools import lru_cache
from typing import Final

from dateline.extract.dossier import Dossier, OrganizationDraft
from dateline.extract.russian.outlets import find_outlets
from dateline.extract.russian.phrases import PhraseBook
from dateline.extract.russian.reading import DASHES, Found, Reading
from dateline.extract.russian.unlisted_bodies import find_groups, find_schools, find_unlisted
from dateline.lexicon.countries import country_name
from dateline.lexicon.russian import RussianBody, russian_bodies
from dateline.lexicon.sources import load_sources

_Match = tuple[int, int, OrganizationDraft]
_MEMBERS: Final = frozenset(
    [
        "государство",
        "государство-член",
        "страна",
        "страна-участница",
        "член",
        "государство-участник",
        "участник",
        "страна-член",
        "при",
        "сфера",
    ]
)
_VAGUE: Final = frozenset(
    ["Government", "Cabinet of Ministers", "Parliament", "Embassy", "State Council", "Defense Council"]
)
_LOWER_TOO: Final = frozenset(["генштаб", "генеральный", "совбез", "вооруженный"])
_COMMANDERS: Final = frozenset(["командующий", "главнокомандующий", "замкомандующий", "командование"])
_REPRESENTING: Final = frozenset(["представлять", "представить"])
_OWN_COUNTRY: Final = frozenset(["республика", "страна"])
_STRUCTURE: Final = "Regional Anti-Terrorist Structure of the SCO"
_MAX_TAIL: Final = 6
_GENERIC_DOMAINS: Final = frozenset(["com", "net", "org", "info"])
_TOLD_BODIES: Final = 2
_REGIONAL: Final = 3  # national domains of an agency that has an edition for each country


@lru_cache(maxsize=1)
def _book(scope: str = "") -> dict[str, PhraseBook[tuple[RussianBody, str]]]:
    scopes = ("international", "organ", "state", "national")
    return {
        scope: PhraseBook(
            (form, (body, form)) for body in russian_bodies() if body.scope == scope for form in body.forms
        )
        for scope in scopes
    }


def find_organizations(reading: Reading, dossier: Dossier, home: str | None, *, in_body: bool) -> None:
    """Find the bodies of a text and enter them in the dossier.

    Args:
        reading: The text, its places found.
        dossier: Takes the bodies.
        home: Country meant by "Минобороны" without one, where the text does not tell (ISO code).
        in_body: Whether the text is the body, so that spans count.
    """
    international = list(_international(reading))
    taken: set[int] = set()
    found: list[_Match] = [(first, last, _plain(body)) for first, last, body in international]
    national = list(_national(reading))
    for match in [
        *find_schools(reading, _owner_at),
        *_services(reading, national),
        *_secretariats(reading, international),
        *_organs(reading, international),
        *sorted([*national, *_state(reading, dossier, home)], key=lambda match: (match[0], -match[1])),
        *find_outlets(reading),
        *find_groups(reading),
        *find_unlisted(reading),
    ]:
        inner = set(range(match[0], match[1]))
        if taken.isdisjoint(inner):
            taken |= inner
            found.append(match)
            found.extend(_inner_structure(reading, match))
    for first, last, draft in sorted(found, key=lambda match: (match[0], -match[1])):
        kept = dossier.organizations.setdefault(draft.name, draft)
        reading.bodies.append(Found(first, last, draft.name))
        if in_body:
            kept.spans.append(reading.span(first, last))


def _plain(body: RussianBody, parent: str | None = None) -> OrganizationDraft:
    return OrganizationDraft(body.name, body.acronym, body.kind, body.country_code, parent)


def _international(reading: Reading) -> Iterator[tuple[int, int, RussianBody]]:
    for first, last, (body, form) in _book()["international"].matches(reading):
        word = reading.words[first]
        is_phrase = " " in form or form.isupper()
        if word.is_name_like and word.can_be("sing") and (is_phrase or not reading.starts_sentence(first)):
            yield first, last, body


def _organs(reading: Reading, international: list[tuple[int, int, RussianBody]]) -> Iterator[_Match]:
    by_start = {first: (last, body) for first, last, body in international}
    for index in range(len(reading.words)):
        for last, (organ, form) in _book()["organ"].all_at(reading.words, index):
            if not _is_single(reading, index, organ):
                continue
            parent = _parent_after(reading, last, by_start)
            if organ.is_whole:
                yield index, last, OrganizationDraft(organ.name, organ.acronym, "organ", None, _full_name(organ))
                break
            if parent and _accepts(organ, parent[1]):
                yield index, parent[0], _organ(organ, parent[1])
                break
            implied = _implied_parent(organ, international) if form[0].isupper() else None
            if implied and reading.words[index].is_name_like and (organ.is_alone or organ.kind == "organ"):
                yield index, last, _organ(organ, implied)
                break


def _secretariats(reading: Reading, international: list[tuple[int, int, RussianBody]]) -> Iterator[_Match]:
    """The secretariat of an organ: "секретариат Совета министров обороны СНГ"."""
    for first, last, organ in _organs(reading, international):
        if "секретариат" in reading.keys(first - 1):
            name = f"Secretariat of the {organ.name}"
            yield first - 1, last, OrganizationDraft(name, None, "organ", None, organ.name)


def _is_single(reading: Reading, index: int, body: RussianBody) -> bool:
    return body.is_plural or body.name.endswith("Forces") or reading.words[index].can_be("sing")


def _parent_after(
    reading: Reading, index: int, by_start: dict[int, tuple[int, RussianBody]]
) -> tuple[int, RussianBody] | None:
    """The international body that follows, also behind "(СМО)" or "государств - членов"."""
    for _ in range(_MAX_TAIL):
        if index in by_start:
            return by_start[index]
        word = reading.words[index] if index < len(reading.words) else None
        if word is None:
            return None
        if reading.at(index) == "(" and reading.at(index + 2) == ")" and index + 3 in by_start:
            return by_start[index + 3]
        if _MEMBERS.isdisjoint(word.keys) and word.text not in DASHES:
            return None
        index += 1
    return None


def _accepts(organ: RussianBody, parent: RussianBody) -> bool:
    return parent.acronym in organ.parents or parent.name in organ.parents


def _implied_parent(organ: RussianBody, international: list[tuple[int, int, RussianBody]]) -> RussianBody | None:
    named = next((body for _, _, body in international if _accepts(organ, body)), None)
    if named or not organ.is_alone:
        return named
    return next(body for body in russian_bodies() if body.scope == "international" and _accepts(organ, body))


def _organ(organ: RussianBody, parent: RussianBody) -> OrganizationDraft:
    shown = parent.name if parent.name in organ.parents else parent.acronym
    return OrganizationDraft(f"{organ.name} of the {shown}", organ.acronym, "organ", None, parent.name)


def _full_name(organ: RussianBody) -> str | None:
    return next((body.name for body in russian_bodies() if body.acronym in organ.parents), None)


def _national(reading: Reading) -> Iterator[_Match]:
    for first, last, (body, _) in _book()["national"].matches(reading):
        if any(word.is_name_like for word in reading.words[first:last]):
            country = _country_at(reading, last)
            yield first, country[0] if country and country[1] == body.country_code else last, _plain(body)


def _services(reading: Reading, national: list[_Match]) -> Iterator[_Match]:
    """A service within a national one: "Пограничной службы ФСБ России"."""
    starts = {first: (last, draft) for first, last, draft in national}
    for index in range(len(reading.words)):
        for end, (body, _) in _book()["state"].all_at(reading.words, index):
            if end in starts and body.kind == "security_service":
                last, owner = starts[end]
                name = f"{body.name} of the {owner.name}"
                yield index, last, OrganizationDraft(name, None, body.kind, owner.country_code, owner.name)
                break


def _inner_structure(reading: Reading, match: _Match) -> Iterator[_Match]:
    """RATS inside the name of its Executive Committee counts as mentioned too."""
    first, last, draft = match
    if not draft.name.endswith(_STRUCTURE) or draft.name.startswith("Regional"):
        return
    for index in range(first + 1, last):
        for end, (organ, _) in _book()["organ"].all_at(reading.words, index):
            if end <= last and organ.name == "Regional Anti-Terrorist Structure":
                parent = "Shanghai Cooperation Organization"
                yield index, last, OrganizationDraft(_STRUCTURE, organ.acronym, "organ", None, parent)
                return


def _country_at(reading: Reading, index: int) -> tuple[int, str] | None:
    """The country noun that starts at a word: (end, code)."""
    found = [(last, code) for _, last, code in reading.countries_near(index, index + 1) if _is_noun(reading, index)]
    return max(found, default=None)


def _is_noun(reading: Reading, index: int) -> bool:
    return bool(reading.places_near(index, index + 1))


def _state(reading: Reading, dossier: Dossier, home: str | None) -> Iterator[_Match]:
    seen: dict[str, str] = {
        name.split(" of ", 1)[0]: draft.country_code
        for name, draft in dossier.organizations.items()
        if draft.country_code
    }
    filed = dossier.places.get(dossier.dateline_place or 0)
    host = filed.country_code if filed else None
    for index in range(len(reading.words)):
        for last, (body, form) in _book()["state"].all_at(reading.words, index):
            if not (_may_name(reading, index, body, form) or (body.is_plural and _country_at(reading, last))):
                continue
            first, end, code = _with_country(reading, index, last)
            if code is None and body.name == "Armed Forces" and reading.words[index].text.islower():
                continue  # "опыт вооруженных сил" in general
            own = _OWN_COUNTRY & reading.keys(last) and reading.words[last].text.islower()
            code = code or (reading.own_country(index, host) if own else None)
            code = code or _implied(reading, index, seen.get(body.name), home)
            if body.countries and code not in body.countries:
                code = next((named for _, _, named in reading.countries if named in body.countries), body.countries[0])
            if code and not (body.name in _VAGUE and end == last and first == index):
                seen.setdefault(body.name, code)
                yield _abroad(reading, first, end, state_body(body, code))
                break


def _abroad(reading: Reading, first: int, end: int, body: OrganizationDraft) -> _Match:
    """A body; an embassy with the country that it is in: "посольство Армении в Иране"."""
    is_embassy = body.name.startswith("Embassy of ") and reading.at(end) in ("в", "во")
    host = _country_at(reading, end + 1) if is_embassy else None
    if host is None:
        return first, end, body
    body.name = f"{body.name} in {country_name(host[1])}"
    return first, host[0], body


def state_body(body: RussianBody, code: str) -> OrganizationDraft:
    """Return the body of this name in the country `code`."""
    name = f"{body.names.get(code, body.name)} of {country_name(code)}"
    return OrganizationDraft(name, None, body.kind, code, None)


def _may_name(reading: Reading, index: int, body: RussianBody, form: str) -> bool:
    word = reading.words[index]
    capital = word.is_name_like or form[0].islower() or not _LOWER_TOO.isdisjoint(word.keys)
    capital = capital or bool(_COMMANDERS & reading.keys(index - 1))
    return capital and (body.is_plural or word.can_be("sing"))


def _with_country(reading: Reading, first: int, last: int) -> tuple[int, int, str | None]:
    """Widen a body by the country noun behind it, its own body between included, or the adjective before it.

    "Генштаб Вооруженных сил Армении", "Погранслужба КНБ Казахстана", "Совет безопасности при президенте Узбекистана".
    """
    beyond = _behind_owner(reading, last)
    for end in dict.fromkeys((last, beyond)):
        if after := _country_at(reading, end):
            return first, after[0], after[1]
    if army := reading.army_behind(last):
        return first, *army
    for start, end, code in reading.countries_near(first - _MAX_TAIL, first):
        if end == first and not _is_noun(reading, start):
            return start, beyond, code
    return first, last, None


def _behind_owner(reading: Reading, index: int) -> int:
    """The word behind the body or president that the body before the word is part of."""
    if reading.at(index) == "(" and reading.at(index + 2) == ")" and _country_at(reading, index + 3):
        return index + 3  # "Госкомитет нацбезопасности (ГКНБ) Киргизии"
    if reading.at(index) == "при" and reading.keys(index + 1) & {"президент", "правительство"}:
        return index + 2
    if reading.at(index) == "при" and "глава" in reading.keys(index + 1) and "государство" in reading.keys(index + 2):
        return index + 3
    for scope in ("state", "national"):
        owner = _book()[scope].at(reading.words, index)
        if owner and owner[1][0].name not in _VAGUE and reading.words[index].is_name_like:
            return owner[0]
    return index


def _owner_at(reading: Reading, index: int) -> tuple[int, str | None, str | None]:
    """The state body or the country noun that begins at a word: its end, English name without country, country."""
    found = _book()["state"].at(reading.words, index)
    if found and reading.words[index].is_name_like:
        _, end, code = _with_country(reading, index, found[0])
        return end, found[1][0].name, code
    country = _country_at(reading, index)
    return (country[0], None, country[1]) if country else (index, None, None)


def _implied(reading: Reading, index: int, seen: str | None, home: str | None) -> str | None:
    """The country of a body named without one: of the sentence "Россию представляет ...", of the body before, home."""
    inside = reading.sentence_words(index)
    if any(reading.keys(at) & _REPRESENTING for at in inside):
        before = reading.countries_near(inside.start, index)
        if before and _is_noun(reading, before[-1][0]):
            return before[-1][2]
    return seen or home


def told_country(reading: Reading, dossier: Dossier) -> str | None:
    """The country whose bodies the text names, where it names several and of no other country."""
    bodies = [draft for _, _, draft in (*_state(reading, dossier, None), *_national(reading))]
    codes = {body.country_code for body in bodies}
    return codes.pop() if len(codes) == 1 and len(bodies) >= _TOLD_BODIES else None


def home_country(agency: str | None, dateline: str | None) -> str | None:
    """Country that the stories of an agency leave out: its own, or the dateline's where it writes for several.

    Args:
        agency: Canonical name.
        dateline: Country code of the dateline's place.
    """
    source = load_sources().named(agency) if agency else None
    if source is None:
        return dateline
    national = {domain.rsplit(".", 1)[-1] for domain in source.domains} - _GENERIC_DOMAINS
    return dateline or source.country_code if len(national) >= _REGIONAL else source.country_code
