"""Who holds which office: titles before and behind names, former and acting ones, shared and listed ones."""

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from dateline.extract.dossier import Dossier, OfficeDraft
from dateline.extract.russian import morphology
from dateline.extract.russian.names import romanized
from dateline.extract.russian.office_lists import paired, skip_ranks
from dateline.extract.russian.office_moves import left_by, next_person, same_post
from dateline.extract.russian.reading import DASHES, Found, FoundOffice, Reading
from dateline.extract.russian.succession import Post, find_bare_ministers, find_succession
from dateline.extract.russian.tenures import subject, verb_status
from dateline.extract.russian.title_book import TITLE_NOUNS, departments, headed_title, state_organization
from dateline.extract.russian.titles import Title, find_titles
from dateline.lexicon.russian import office_words
from dateline.records import OfficeStatus

_OPENERS: Final = frozenset([",", "(", *DASHES])
_NOW_WORDS: Final = frozenset(["ныне", "сейчас", "теперь"])
_KIN: Final = frozenset(["коллега", "предшественник", "преемник"])
_MAX_GAP: Final = 8
_CONSONANTS: Final = frozenset("бвгджзйклмнпрстфхцчшщ")
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

    def run(self) -> None:
        """Read all titles and verbs."""
        waiting: list[Title] = []
        for title in self.titles:
            if title.is_plural:
                self._listed(title)
            elif not (self._before_name(title) or self._behind_name(title)):
                waiting.append(title)
        for title in waiting:
            if title.first not in {office.first for office in self.reading.offices}:
                self._by_verb(title)
        self.dossier.offices.extend(same_post(self.reading, self.person_at))
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
        code = None if title.is_international else country or title.country or self._implied(title, person)
        organization = title.organization
        if title.state_base and code:
            organization = state_organization(title.state_base, code, self.dossier)
        if title.state_base and not code:
            organization = None
        if title.state_base and organization:
            self._correct_body(title, organization)
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

    def _correct_body(self, title: Title, organization: str) -> None:
        """A body named inside a title without its country is of the country of the title."""
        low = bisect_left(self.reading.bodies, title.first, key=lambda body: body.first)
        inside = self.reading.bodies_near(title.first, title.last)
        for number, found in enumerate(inside, start=low):
            named = self.dossier.organizations[str(found.key)]
            has_country = bool(self.reading.places_near(found.first, found.last))
            is_inner = (
                not has_country and title.first < found.first and found.last <= title.last and found.key != organization
            )
            if is_inner and named.country_code and named.name.startswith(f"{title.state_base} of "):
                span = self.reading.span(found.first, found.last)
                if span in named.spans:
                    named.spans.remove(span)
                    self.dossier.organizations[organization].spans.append(span)
                self.reading.bodies[number] = replace(found, key=organization)
                if not named.spans:
                    del self.dossier.organizations[named.name]

    def _implied(self, title: Title, person: int | None) -> str | None:
        """The country of a title without one: the person's, that of "Россию представляет", of the same title, home."""
        if person is not None and self.dossier.persons[person].country_code:
            return self.dossier.persons[person].country_code
        inside = self.reading.sentence_words(title.first)
        if any("представлять" in self.reading.keys(at) for at in inside):
            nouns = [code for _, _, code in self.reading.countries_near(inside.start, title.first)]
            if nouns:
                return nouns[-1]
        beside = [o.draft.country_code for o in self.reading.offices if o.first in inside and o.last <= title.first]
        if beside and beside[-1] and self.reading.at(title.first - 1) in ("и", ",", "также", "а"):
            return beside[-1]
        before = [o for o in self.reading.offices if o.first < title.first and o.draft.title == title.title]
        same = [o.draft.country_code for o in sorted(before, key=lambda o: o.first) if o.draft.country_code]
        if not same and title.state_base:
            alike = [o.draft for o in self.reading.offices if o.first < title.first and o.draft.organization]
            same = [o.country_code or "" for o in alike if str(o.organization).startswith(f"{title.state_base} of ")]
            if same and same[-1]:
                return same[-1]
        if len(set(same)) > 1:  # "министр" is the one who acts, not the one met
            holders = {
                int(found.key) for found in self.reading.people if found.is_subject and found.first < title.first
            }
            same = [o.draft.country_code for o in before if o.draft.country_code and o.draft.person in holders] or same
        return same[-1] if same and person is None else self.home

    def _before_name(self, title: Title) -> bool:
        person = self.person_at.get(skip_ranks(self.reading, title.last))
        if person is None or not (self._agrees(title) and self._may_hold(title, person)):
            return False
        self._joined_before(title, int(person.key))
        self.enter(title, int(person.key))
        return True

    def _may_hold(self, title: Title, person: Found) -> bool:
        """Whether the cases let the person be the holder: in "указом президента Иван Петров освобожден" they do not."""
        head = self.reading.words[title.first]
        last = self.reading.words[person.last - 1].text
        is_nominative = (
            self.dossier.persons[int(person.key)].gender == "m"
            and romanized(last) == self.dossier.persons[int(person.key)].family_name
            and last[-1] in _CONSONANTS
        )
        is_oblique = bool(head.cases("sing")) and "nomn" not in head.cases("sing") and morphology.is_known(head.text)
        return not (is_nominative and is_oblique and title.status != "acting")

    def _agrees(self, title: Title) -> bool:
        """Whether the title and what follows can stand in one case: not in "указом президента майор X"."""
        own = frozenset() if title.status == "acting" else _cases(self.reading, title.first)
        following = _cases(self.reading, title.last)
        return not own or not following or not own.isdisjoint(following)

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
        if self.reading.at(mark) in _NOW_WORDS:
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
        person = subject(self.reading, title.first) if status else None
        if person is None and self._is_appointment(title):
            status, person = (
                "current",
                next_person(self.reading, self.person_at, title.last + 1, 1),
            )  # "министром назначен генерал X"
        if status is None or person is None:
            return False
        self.enter(title, int(person.key), status=title.status if title.status != "current" else status)
        return True

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
        return is_participle and "nomn" not in self.reading.words[title.first].cases("sing")

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
                title = replace(title, is_international=draft.country_code is None)
                self.enter(title, int(person.key), status=status or "former")

    def _department(self, first: int, last: int) -> tuple[int, str] | None:
        """The department that stands right before a body: its length in words and its English name."""
        found = departments().at(self.reading.words, first) if first >= 0 else None
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
            model = self._model(current, index)
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
        if self.reading.at(at) == "на":
            at = next((p for p in range(at, at + _MAX_GAP) if p in self.person_at), at)
        person = self.person_at.get(skip_ranks(self.reading, at))
        if person:
            if model.country_code is None:
                title = replace(title, organization=model.organization, state_base=None, is_international=True)
            self.enter(title, int(person.key), status=status, country=model.country_code)

    def _unheld(self, waiting: Sequence[Title]) -> None:
        """Titles of nobody named nearby: kept for speakers ("the minister")."""
        taken = {office.first for office in self.reading.offices}
        for title in waiting:
            if title.first not in taken:
                self.enter(title, None)


def _cases(reading: Reading, index: int) -> frozenset[str]:
    """Cases of a word that is surely declined; none where it may be a name that never is."""
    word = reading.words[index] if index < len(reading.words) else None
    if word is None or word.kind != "word" or not any(form.is_known for form in word.forms):
        return frozenset()
    return frozenset(word.cases("sing"))


def _nobody(reading: Reading, title: Title) -> OfficeDraft:
    span = reading.span(title.first, title.last)
    return OfficeDraft(None, title.title, title.organization, title.country, title.rank, title.status, span)


def _state_base(office: OfficeDraft) -> str | None:
    if not office.organization or " of " not in office.organization:
        return None
    base = office.organization.rsplit(" of ", 1)[0]
    return base.replace("Ministry of National Defense", "Ministry of Defense")
