"""Office titles in Russian text: rank, post, body and country, as printed, before anybody is given them."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from dateline.extract.dossier import Dossier, OrganizationDraft
from dateline.extract.russian import morphology
from dateline.extract.russian.organizations import state_body
from dateline.extract.russian.phrases import PhraseBook
from dateline.extract.russian.reading import Found, Reading
from dateline.lexicon.russian import (
    RussianPost,
    RussianRank,
    office_words,
    russian_bodies,
    russian_posts,
    russian_ranks,
)
from dateline.records import OfficeRank, OfficeStatus

_SKIPPED_ADJECTIVES: Final = frozenset(["новый", "нынешний", "действующий"])
TITLE_NOUNS: Final = {
    "министр": "Minister",
    "замминистра": "Deputy Minister",
    "секретарь": "Secretary of",
    "генсек": "Secretary-General",
    "президент": "President",
    "премьер": "Prime Minister",
    "премьер-министр": "Prime Minister",
    "представитель": "Spokesperson",
    "посол": "Ambassador",
    "директор": "Director",
    "начальник": "Chief",
    "командующий": "Commander",
    "председатель": "Chairman",
    "госсекретарь": "State Secretary",
    "ректор": "Rector",
    "замглавы": "Deputy",
    "заместитель": "Deputy",
    "руководитель": "Head",
}
"""Nouns for holders of offices, with the beginning of the canonical title."""
_GENERIC_OWNERS: Final = frozenset(["организация", "содружество", "альянс", "объединение"])
_PLURAL_BODIES: Final = frozenset(
    ["ведомство", "министерство", "совет", "совбез", "штаб", "генштаб", "правительство", "государство"]
)
_LONGEST: Final = 8
_SECURITY_ADVISER: Final = "по национальной безопасности"
_STATE_SECRETARIAT: Final = "BY"  # the head of Belarus' Security Council is its State Secretary


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


@lru_cache(maxsize=1)
def _posts() -> PhraseBook[tuple[RussianPost, RussianRank | None]]:
    """All posts, plain and with each rank before or glued to them."""
    entries: list[tuple[str, tuple[RussianPost, RussianRank | None]]] = []
    unglued = office_words()["unglued"]
    for post in russian_posts():
        for form in post.forms:
            entries.append((form, (post, None)))
            for rank in russian_ranks():
                entries += [(f"{prefix} {form}", (post, rank)) for prefix in rank.forms]
                for glued in rank.glued:
                    *before, word = glued.split()
                    first, _, rest = form.partition(" ")
                    if unglued.get(word) == first:
                        entries.append((" ".join([*before, word, rest]).strip(), (post, rank)))
    return PhraseBook(entries)


@lru_cache(maxsize=1)
def departments() -> PhraseBook[str]:
    """Departments whose heads are named, with their English names."""
    return PhraseBook(office_words()["departments"].items())


@lru_cache(maxsize=1)
def _states() -> dict[str, OrganizationDraft]:
    return {
        body.name: OrganizationDraft(body.name, kind=body.kind) for body in russian_bodies() if body.scope == "state"
    }


@lru_cache(maxsize=2)
def _status_book(status: str) -> PhraseBook[str]:
    return PhraseBook((form, form) for form in office_words()["status"][status])


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
    inner = any(first == index + 1 and not _is_noun(reading, first) for first, _, _ in reading.countries)
    if inner:  # "глава российской дипломатии": the adjective stands inside the title
        without = [reading.words[index], *reading.words[index + 2 : index + 2 + _LONGEST]]
        for size, (post, rank) in _posts().all_at(without, 0):
            if size > 1 and (title := _of_post(reading, dossier, index, index + size + 1, post, rank, False)):
                return title
    for last, (post, rank) in _posts().all_at(reading.words, index):
        is_plural = _is_plural(reading, index, last)
        title = _of_post(reading, dossier, index, last, post, rank, is_plural)
        if title:
            return title
    return None


def _is_noun(reading: Reading, index: int) -> bool:
    return any(found.first == index for found in reading.places)


def _is_plural(reading: Reading, first: int, last: int) -> bool:
    """Several holders: "министры обороны", also "главы военных ведомств", whose head alone does not tell."""
    head = reading.words[first]
    bodies = [word for word in reading.words[first + 1 : last] if word.keys & _PLURAL_BODIES]
    return not head.can_be("sing") or (head.can_be("plur") and any(not word.can_be("sing") for word in bodies))


def _of_post(
    reading: Reading,
    dossier: Dossier,
    first: int,
    last: int,
    post: RussianPost,
    rank: RussianRank | None,
    is_plural: bool,
) -> Title | None:
    status = _status(reading, first)
    named_rank = rank.rank if rank else post.rank
    prefix = f"{rank.name} " if rank else ""
    if post.owner == "head":
        return _of_head(reading, dossier, first, last, post, prefix, named_rank, is_plural, status)
    if post.owner == "body":
        body = _body_at(reading, last)
        name = body.key if body else _implied_body(reading, dossier, first, last, post)
        if name is None:
            return None
        end = body.last if body else last
        owner = post.organ or str(name)
        if post.organ:
            dossier.organizations.setdefault(owner, OrganizationDraft(owner, kind="organ"))
        return Title(first, end, prefix + post.title, named_rank, status, is_plural, owner, is_international=True)
    end, country = _country(reading, first, last)
    is_plural = is_plural or (reading.words[first].can_be("plur") and _lists_countries(reading, end))
    title = prefix + post.title
    if "советник" in reading.keys(first) and reading.surface(end, end + 3).lower() == _SECURITY_ADVISER:
        title, end = "National Security Adviser", end + 3
    if post.title == "Secretary of State" and country is None:
        return None  # "госсекретарь" alone is somebody's second mention; speakers resolve it
    if title.startswith("Ambassador") or title.startswith("Permanent Representative"):
        title, end = _accredited(reading, title, end, dossier)
    return Title(first, end, title, named_rank, status, is_plural, None, post.body, country)


def _lists_countries(reading: Reading, end: int) -> bool:
    """'Главы МИД Армении и Азербайджана': a further country behind the first."""
    return reading.at(end) in (",", "и") and any(
        reading.places[at].first == end + 1 for at in range(len(reading.places))
    )


def _accredited(reading: Reading, title: str, end: int, dossier: Dossier) -> tuple[str, int]:
    """'постпред Белоруссии при ОДКБ' is Permanent Representative to the CSTO; "посол X в Y" takes in the "в Y"."""
    body = _body_at(reading, end + 1) if reading.at(end) == "при" else None
    if body:
        acronym = dossier.organizations[str(body.key)].acronym or str(body.key)
        return f"{title} to the {acronym}", body.last
    if reading.at(end) == "в":
        for found in reading.places:
            if found.first == end + 1:
                return title, found.last
    return title, end


def _status(reading: Reading, first: int) -> OfficeStatus:
    for status in ("acting", "former"):
        for size in (3, 2, 1):
            found = _status_book(status).at(reading.words, first - size) if first >= size else None
            if found and found[0] in (first, first - 1) and (found[0] == first or _is_adjective(reading, first - 1)):
                return "acting" if status == "acting" else "former"
    return "current"


def _is_adjective(reading: Reading, index: int) -> bool:
    return any(first == index for first, _, _ in reading.countries)


def _country(reading: Reading, first: int, last: int) -> tuple[int, str | None]:
    """The country of a title: the noun behind it, the forces between left out, or the adjective before or inside it."""
    end = last
    while reading.keys(end) & {"вооруженный", "сила", "вс"} and end - last < 2:
        end += 1
    for start, stop, code in reading.countries:
        if start in (last, end) and any(found.first == start for found in reading.places):
            return stop, code
    for start, stop, code in reading.countries:
        if stop == first or first <= start < last:
            return last, code
        if stop == first - 1 and reading.keys(first - 1) & _SKIPPED_ADJECTIVES:
            return last, code
    return last, None


def _body_at(reading: Reading, index: int) -> Found | None:
    """The longest body that begins at a word, an adjective of a country before it allowed."""
    starting = [found for found in reading.bodies if found.first == index]
    return max(starting, key=lambda found: found.last, default=None)


def _implied_body(reading: Reading, dossier: Dossier, first: int, last: int, post: RussianPost) -> str | None:
    """The international body of "генсек" or "генсек организации": the last named one before, or the only one."""
    if post.organ:
        return post.organ
    international = [
        found for found in reading.bodies if dossier.organizations[str(found.key)].kind == "intergovernmental"
    ]
    before = [found for found in international if found.first < first]
    names = {str(found.key) for found in international}
    if before and (reading.keys(last) & _GENERIC_OWNERS or len(names) == 1):
        return str(before[-1].key)
    return names.pop() if len(names) == 1 else None


def _of_head(
    reading: Reading,
    dossier: Dossier,
    first: int,
    last: int,
    post: RussianPost,
    prefix: str,
    rank: OfficeRank,
    is_plural: bool,
    status: OfficeStatus,
) -> Title | None:
    """A head and its body ("глава Минобороны"), or a head of a department of a body."""
    department = departments().at(reading.words, last)
    at = department[0] if department else last
    body = _body_at(reading, at) or (None if department else _adjective_body(reading, at))
    if body is None:
        return None
    draft = dossier.organizations[str(body.key)]
    base = draft.name.rsplit(" of ", 1)[0] if draft.country_code else draft.name
    if department:
        title = (
            f"Spokesperson"
            if department[1] == "Press Service" and post.is_bare
            else f"{post.title} of the {department[1]}"
        )
    else:
        title = headed_title(post.title, base, draft, is_bare=post.is_bare)
    if title is None:
        return None
    is_state = draft.country_code is not None
    return Title(
        first,
        body.last,
        _ranked(prefix, title),
        rank,
        status,
        is_plural,
        draft.name,
        None,
        draft.country_code,
        not is_state,
    )


def _adjective_body(reading: Reading, index: int) -> Found | None:
    """The body behind its country's adjective: "глава российского военного ведомства"."""
    return next(
        (found for found in reading.bodies if found.first in (index, index + 1) and found.last > index + 1), None
    )


def _ranked(prefix: str, title: str) -> str:
    return prefix + title if prefix else title


def headed_title(head: str, base: str, draft: OrganizationDraft, *, is_bare: bool) -> str | None:
    """Return what the head of a body is called: "Minister of Defense" for a ministry, "Director" for RATS.

    Args:
        head: The head's word in English: Head, Chairman, Director, Secretary, ...
        base: The body's name without country.
        draft: The body.
        is_bare: The head stands alone, without the body's name.
    """
    if is_bare:
        return head
    generic = head in ("Head", "Deputy Head")
    deputy = "Deputy " if head.startswith("Deputy") else ""
    if generic and base.startswith("Ministry of "):
        return deputy + "Minister of " + base.removeprefix("Ministry of ").replace("National Defense", "Defense")
    by_body: dict[str, str] = office_words()["by_body"]
    short = base.removesuffix(" of the CSTO")
    if head in ("Head", "Secretary", "Deputy Head") and short in by_body:
        title = by_body[short]
        is_belarus = draft.country_code == _STATE_SECRETARIAT and short == "Security Council"
        return deputy + ("State Secretary of the Security Council" if is_belarus else title)
    if generic and draft.kind == "intergovernmental":
        return deputy + "Secretary-General"
    if generic and ("Regional Anti-Terrorist Structure" in base):
        return deputy + "Director"
    if head == "Secretary" and draft.kind not in ("organ", "agency"):
        return None
    return f"{head} of the {short.split(' of the ')[0] if draft.kind == 'organ' else short}"


def state_organization(base: str, code: str, dossier: Dossier) -> str:
    """Enter the state body of the name and country in the dossier; return its canonical name."""
    body = next(body for body in russian_bodies() if body.scope == "state" and body.name == base)
    draft = state_body(body, code)
    dossier.organizations.setdefault(draft.name, draft)
    return draft.name


def titles_within(titles: list[Title], words: range) -> Iterator[Title]:
    """Yield the titles that begin in a stretch of words."""
    return (title for title in titles if title.first in words)


def folded_at(reading: Reading, index: int) -> str:
    """Lower-case text of a word, empty outside."""
    return morphology.fold(reading.words[index].text) if 0 <= index < len(reading.words) else ""
