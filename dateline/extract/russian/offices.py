"""Who holds which office: titles before and behind names, former and acting ones, shared and listed ones."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final

from dateline.extract.dossier import Dossier, OfficeDraft
from dateline.extract.russian.agreement import agrees, known_cases, may_hold
from dateline.extract.russian.departments import department_at
from dateline.extract.russian.office_countries import correct_body, implied_country
from dateline.extract.russian.office_lists import name_starts, paired, skip_ranks
from dateline.extract.russian.office_moves import (
    NOW_WORDS,
    appointee,
    left_by,
    made_room,
    next_person,
    once_and_now,
    same_post,
)
from dateline.extract.russian.reading import DASHES, FoundOffice, Reading
from dateline.extract.russian.succession import Post, find_bare_ministers, find_succession
from dateline.extract.russian.tenures import subject, verb_status
from dateline.extract.russian.title_book import TITLE_NOUNS, headed_title, is_state_body, state_organization
from dateline.extract.russian.titles import Title, find_titles
from dateline.lexicon.russian import office_words
from dateline.records import OfficeStatus

_OPENERS: Final = frozenset([",", "(", *DASHES])
_KIN: Final = frozenset(["коллега", "предшественник", "преемник"])
_MAX_GAP: Final = 8
_POST_GAP: Final = 3


def find_offices(reading: Reading, dossier: Dossier, home: str | None) -> None:
    """Give the titles of the body to the people who hold them.

    Args:
        reading: The body, its people, bodies and places found.
        dossier: Takes the offices.
        home: Country of a title without one (ISO code), where the text does not tell.
    """
    _Assignment(reading, dossier, home).run()


class _Assignment:
    """The offices of one document, in the order in which they can be told: neighbours, lists, verbs, colleagues."""

    def __init__(self, reading: Reading, dossier: Dossier, home: str | None) -> None:
        self.reading, self.dossier, self.home = reading, dossier, home
        self.titles = find_titles(reading, dossier)
        self.person_at = {found.first: found for found in reading.people}
        self.person_before = {found.last: found for found in reading.people}
        self.waiting: list[Title] = []

    def run(self) -> None:
        """Read all titles and verbs."""
        waiting = self.waiting
        for title in self.titles:
            if title.is_plural:
                self._listed(title)
            elif not (self._before_name(title) or self._behind_name(title)):
                waiting.append(title)
        for title in waiting:
            if title.first not in {office.first for office in self.reading.offices}:
                self._by_verb(title)
        self.dossier.offices.extend(same_post(self.reading, self.person_at))
        self.dossier.offices.extend(made_room(self.reading, self.person_at))
        self._headings()
        self._colleagues()
        for post in (*find_succession(self.reading, self.dossier), *find_bare_ministers(self.reading, self.dossier)):
            self._repeat(post)
        self._unheld(waiting)
        self.reading.offices.sort(key=lambda office: office.first)

    def enter(
        self, title: Title, person: int | None, *, status: OfficeStatus | None = None, country: str | None = None
    ) -> None:
        """Enter an office of a person, or of nobody named."""
        code = (
            None
            if title.is_international
            else country or title.country or implied_country(self.reading, self.dossier, title, person) or self.home
        )
        organization = title.organization
        if title.state_base and code:
            organization = state_organization(title.state_base, code, self.dossier)
        if title.state_base and not code:
            organization = None
        if title.state_base and organization:
            correct_body(self.reading, self.dossier, title, organization)
        draft = OfficeDraft(
            person=person,
            title=title.title,
            organization=organization,
            country_code=code,
            rank=title.rank,
            status=status or title.status,
            span=self.reading.span(title.first, title.last),
        )
        known = [(o.person, o.title, o.organization, o.country_code) for o in self.dossier.offices]
        if person is not None and code and self.dossier.persons[person].country_code is None:
            self.dossier.persons[person].country_code = code
        if person is None or (person, draft.title, organization, code) not in known:
            self.dossier.offices.append(draft)
        self.reading.offices.append(FoundOffice(title.first, title.last, draft, title.is_plural))

    def _before_name(self, title: Title) -> bool:
        ends = [title.last, *self._beyond_genitive(title)]
        starts = [start for end in ends for start in name_starts(self.reading, end) if start in self.person_at]
        if not starts:
            return False
        person = self.person_at[starts[0]]
        if not (agrees(self.reading, title) and may_hold(self.reading, self.dossier, title, person)):
            return False
        self._joined_before(title, int(person.key))
        self.enter(title, int(person.key))
        return True

    def _beyond_genitive(self, title: Title) -> Iterator[int]:
        """Behind "первый заместитель Председателя X – Исполнительного секретаря Y": both are the chief's."""
        other = next((other for other in self.titles if other.first == title.last + 1), None)
        if other is None or title.rank not in ("deputy", "first_deputy") or self.reading.at(title.last) not in DASHES:
            return
        if "nomn" not in known_cases(self.reading, other.first) and "nomn" in known_cases(self.reading, title.first):
            yield other.last

    def _joined_before(self, title: Title, person: int) -> None:
        """A second title joined by a dash or "и" in front of the first: both are the person's."""
        joined = next((other for other in self.titles if other.last + 1 == title.first and not other.is_plural), None)
        if joined is None or self.reading.at(joined.last) not in (*DASHES, "и", ","):
            return
        if self.reading.at(joined.last) != "," or not self.person_before.get(joined.first - 1):
            self._joined_before(joined, person)
            self.enter(joined, person, country=joined.country or title.country)

    def _behind_name(self, title: Title) -> bool:
        """'Имя Фамилия, министр обороны X' and 'Имя Фамилия - министр обороны X'."""
        mark = title.first - 1
        if self.reading.at(mark) in NOW_WORDS:
            mark -= 1
        if mark > 0 and title.status != "current":
            while mark > 0 and self.reading.words[mark].kind == "word" and mark > title.first - 4:
                mark -= 1
        person = self.person_before.get(mark)
        if (
            person is None
            or self.reading.at(mark) not in _OPENERS
            or self.person_at.get(skip_ranks(self.reading, title.last))
        ):
            return False
        if self.reading.at(mark) == "," and self._is_enumerated(title):
            return False
        self.enter(title, int(person.key))
        return True

    def _is_enumerated(self, title: Title) -> bool:
        """A title after "X, ..." that a joined title with its own name continues."""
        return any(
            other.first == title.last + 1
            and self.reading.at(title.last) in DASHES
            and self.person_at.get(skip_ranks(self.reading, other.last)) is not None
            for other in self.titles
        )

    def _by_verb(self, title: Title) -> bool:
        """'X назначен министром обороны', 'ранее X занимал пост министра обороны'."""
        if self._left(title):
            return True
        status = verb_status(self.reading, title.first)
        person = None
        if status:
            person = appointee(self.reading, self.person_at, title) or subject(self.reading, title.first)
        if person is None and self._is_appointment(title):
            reach = _MAX_GAP if "стать" in self.reading.keys(title.last) else 1
            status, person = (
                "current",
                next_person(self.reading, self.person_at, title.last + 1, reach),
            )  # "министром назначен генерал X", "председателем стал министр обороны X"
        if person is None and (person := once_and_now(self.reading, self.person_at, title)):
            status = "former"
        if status is None or person is None:
            return False
        posts = [title, *self._further(title)]
        shared = next((post.country for post in posts if post.country), None)
        for post in posts:
            country = post.country or shared
            self.enter(
                post, int(person.key), status=post.status if post.status != "current" else status, country=country
            )
        return True

    def _further(self, title: Title) -> Iterator[Title]:
        """The titles in the case of the first that follow it: "назначен замминистра обороны, командующим ВВС"."""
        for other in self.titles:
            if other.first != title.last + 1 or self.reading.at(title.last) not in (",", "и", *DASHES):
                continue
            is_named = any(start in self.person_at for start in name_starts(self.reading, other.last))
            cases = known_cases(self.reading, title.first) & known_cases(self.reading, other.first)
            if cases and not is_named and not other.is_plural:
                yield other
                title = other

    def _left(self, title: Title) -> bool:
        """'Освободил X с должности министра', 'от должности министра освобожден X': the office is a former one."""
        found = left_by(self.reading, title, self.titles, self.person_at, self.person_before)
        if found is None:
            return False
        for post in found.titles:
            self.enter(post, int(found.person.key), status="former")
        return True

    def _is_appointment(self, title: Title) -> bool:
        """'Министром обороны назначен X': the title in the instrumental, a short participle behind it."""
        verbs = self.reading.keys(title.last) & {*office_words()["status"]["appoint_verbs"]}
        is_participle = bool(verbs) and self.reading.words[title.last].has_pos("PRTS")
        is_participle = is_participle or "стать" in verbs
        is_predicate = title.status == "acting" or "ablt" in self.reading.words[title.first].cases("sing")
        return is_participle and is_predicate

    def _headings(self) -> None:
        """'Ранее X возглавлял Совет безопасности Белоруссии': the head's title follows from the body."""
        for body in self.reading.bodies:
            department = next(
                (hit for size in (5, 4, 3, 2) if (hit := self._department(body.first - size, body.first))), None
            )
            at = body.first - department[0] - 1 if department else body.first - 1
            keys = self.reading.keys(at)
            if not keys & {"возглавлять", "возглавить", "руководить"} or "Secretariat of" in str(body.key):
                continue
            draft = self.dossier.organizations[str(body.key)]
            base = draft.name.rsplit(" of ", 1)[0] if draft.country_code else draft.name
            name = f"Head of the {department[1]}" if department else headed_title("Head", base, draft, is_bare=False)
            person, status = subject(self.reading, at), verb_status(self.reading, body.first)
            if name and person:
                title = Title(at, body.last, name, "head", "current", False, draft.name, None, draft.country_code)
                is_international = draft.kind == "intergovernmental" or draft.parent_name is not None
                title = replace(title, is_international=is_international and draft.country_code is None)
                self.enter(title, int(person.key), status=status or "former")

    def _department(self, first: int, last: int) -> tuple[int, str] | None:
        """The department that stands right before a body: its length in words and its English name."""
        found = department_at(self.reading, first) if first >= 0 else None
        return (last - first, found[1]) if found and found[0] == last else None

    def _listed(self, title: Title) -> None:
        """'министры обороны A X, B Y и C Z', 'министры обороны A, B и C - X, Y и Z'."""
        self.give_list(title, title.last, [title.country] if title.country else [])

    def give_list(self, title: Title, start: int, countries: Sequence[str | None]) -> None:
        """Give one title to a list of people, the countries one by one."""
        pairs = paired(self.reading, start, list(countries))
        for code, person in pairs:
            self.enter(replace(title, is_plural=False, country=code), int(person.key), country=code)
        if not pairs:
            self.reading.offices.append(
                FoundOffice(title.first, title.last, _nobody(self.reading, title), is_plural=True)
            )

    def _colleagues(self) -> None:
        """'его коллеги из A и B - X и Y', "с армянским коллегой X": the title of the one before, in their countries."""
        for index, word in enumerate(self.reading.words):
            if word.kind != "word" or not word.keys & _KIN:
                continue
            held = [o.draft for o in self.reading.offices if o.first < index and o.draft.person is not None]
            is_post = self.reading.at(index + 1) == "на"
            current = [draft for draft in held if (draft.country_code or is_post) and draft.status != "former"]
            model = self._unnamed(index) or self._model(current, index)
            if model is None:
                continue
            base = _state_base(model)
            title = Title(index, index + 1, model.title, model.rank, "current", False, None, base)
            if "коллега" not in word.keys:
                self._successor(title, model, "former" if "предшественник" in word.keys else "current")
                continue
            adjective = [code for _, last, code in self.reading.countries_near(index - 1, index) if last == index]
            start = index + 2 if self.reading.at(index + 1) == "из" else index + 1
            self.give_list(title, start, adjective)

    def _unnamed(self, index: int) -> OfficeDraft | None:
        """The nameless office that opens the sentence of a colleague: "глава Минобороны принял коллегу X"."""
        inside = self.reading.sentence_words(index)
        if any(found.first in inside and found.first < index for found in self.reading.people):
            return None
        held = {office.first for office in self.reading.offices if office.draft.person is not None}
        opening = [title for title in self.waiting if title.first in inside[: index - inside.start]]
        opening = [title for title in opening if title.first not in held]
        if not opening or not opening[0].country:
            return None
        title, base = opening[0], opening[0].state_base
        organization = state_organization(base, opening[0].country, self.dossier) if base else title.organization
        return replace(_nobody(self.reading, title), organization=organization)

    def _repeat(self, post: Post) -> None:
        """A person in a post that was named before, or follows from a body."""
        model = post.model
        title = Title(post.first, post.last, model.title, model.rank, "current", False, model.organization)
        title = replace(title, is_international=model.country_code is None)
        self.enter(title, post.person, status=post.status, country=model.country_code)

    def _model(self, held: Sequence[OfficeDraft], index: int) -> OfficeDraft | None:
        """The office that a colleague shares: that of a bare "министр" of the sentence, else the last one."""
        where = [at for at in self.reading.sentence_words(index) if at < index]
        if self.reading.at(index + 1) == "на":  # "предшественник на посту секретаря"
            where = list(range(index + 2, index + 2 + _POST_GAP))
        said = {key for at in where for key in self.reading.keys(at)}
        starts = tuple(title for noun, title in TITLE_NOUNS.items() if noun in said)
        alike = [draft for draft in held if starts and draft.title.startswith(starts)]
        return next(reversed(alike or held), None)

    def _successor(self, title: Title, model: OfficeDraft, status: OfficeStatus) -> None:
        """'Его предшественник (на посту министра) X': the same office in the same country."""
        at = title.last
        named = self.person_at.get(at)
        if named and self.reading.at(named.last) == "на":
            at = named.last  # "предшественник Иванова на посту министра"
        if self.reading.at(at) == "на":
            at = next((p for p in range(at, at + _MAX_GAP) if p in self.person_at), at)
        person = self.person_at.get(skip_ranks(self.reading, at))
        if person:
            if model.country_code is None or title.state_base is None:
                title = replace(title, organization=model.organization, state_base=None, is_international=True)
            self.enter(title, int(person.key), status=status, country=model.country_code)

    def _unheld(self, waiting: Sequence[Title]) -> None:
        """Titles of nobody named nearby: kept for speakers ("the minister")."""
        taken = {office.first for office in self.reading.offices}
        for title in waiting:
            if title.first not in taken:
                self.enter(title, None)


def _nobody(reading: Reading, title: Title) -> OfficeDraft:
    span = reading.span(title.first, title.last)
    return OfficeDraft(None, title.title, title.organization, title.country, title.rank, title.status, span)


def _state_base(office: OfficeDraft) -> str | None:
    if not office.organization or " of " not in office.organization:
        return None
    base = office.organization.rsplit(" of ", 1)[0].replace("Ministry of National Defense", "Ministry of Defense")
    return base if is_state_body(base) else None
