"""Who speaks: the person, title, pronoun or body that a reporting verb belongs to."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from dateline.extract.dossier import Dossier, OfficeDraft
from dateline.extract.russian.morphology import Form
from dateline.extract.russian.reading import Found, Reading
from dateline.extract.russian.title_book import TITLE_NOUNS
from dateline.lexicon.russian import russian_words

_PRONOUNS: Final = {"он": "m", "она": "f", "его": "m", "ее": "f", "ему": "m", "ей": "f"}
_STATE_KINDS: Final = frozenset(["ministry", "security_service", "armed_forces", "agency"])
_BODY_NOUNS: Final = {
    "ведомство": _STATE_KINDS,
    "министерство": frozenset(["ministry"]),
    "пресс-служба": _STATE_KINDS | {"organ"},
    "секретариат": frozenset(["organ"]),
    "генштаб": frozenset(["armed_forces"]),
    "совбез": frozenset(["organ"]),
    "комитет": frozenset(["security_service", "organ"]),
    "организация": frozenset(["intergovernmental"]),
}
_SAME_SPEAKER: Final = frozenset(
    ["дипломат", "генерал", "военачальник", "чиновник", "политик", "собеседник", "глава", "спикер", "эксперт", "лидер"]
)
_RANKS: Final = frozenset(["генерал", "полковник", "подполковник", "майор", "адмирал", "маршал", "капитан", "посол"])
_HEADS: Final = frozenset(["глава", "руководитель", "начальник"])
_DEPARTMENTS: Final = frozenset(["ведомство", "министерство", "дипломатия", "генштаб"])
_RANK_GAP: Final = 3
_NAMELESS: Final = frozenset(
    ["сторона", "участник", "эксперт", "наблюдатель", "аналитик", "документ", "стороны", "договор"]
)


@dataclass(frozen=True, slots=True)
class Speaker:
    """A speaker found: a person's number, a body's name, or an office of nobody named."""

    surface: str
    person: int | None = None
    organization: str | None = None
    office: OfficeDraft | None = None


@lru_cache(maxsize=1)
def reporting_verbs() -> frozenset[str]:
    """Lemmas of the verbs that report speech."""
    return frozenset(russian_words()["reporting"]["verbs"])


def reporting_verb(reading: Reading, index: int) -> str | None:
    """The lemma, when the word is a finite verb, participle or gerund of saying."""
    for form in reading.words[index].forms:
        if form.lemma not in reporting_verbs():
            continue
        if form.pos in ("VERB", "GRND") or (_is_impersonal(form) and _names_source(reading, index)):
            return form.lemma
    return None


def _is_impersonal(form: Form) -> bool:
    return (form.pos, form.gender) == ("PRTS", "neut")


def _names_source(reading: Reading, index: int) -> bool:
    """Whether "в сообщении", "в документе" stands right behind: "сказано в сообщении"."""
    sources = frozenset(russian_words()["reporting"]["sources"])
    return reading.at(index + 1) in ("в", "во") and any(reading.keys(at) & sources for at in (index + 2, index + 3))


class SpeakerFinder:
    """Resolves speakers in one document; remembers the last one for pronouns and bare quotations."""

    def __init__(self, reading: Reading, dossier: Dossier) -> None:
        self.reading, self.dossier = reading, dossier
        self.last: Speaker | None = None

    def among(self, words: Iterable[int], *, subjects_only: bool = True) -> Speaker | None:
        """Return the speaker named in a stretch of words; of several people the first subject.

        Args:
            words: Indexes of the stretch.
            subjects_only: Take names in the nominative only; "по словам X" takes any case.
        """
        inside = set(words)
        people = [found for found in self.reading.people if found.first in inside]
        subjects = [found for found in people if found.is_subject or not subjects_only]
        if subjects:
            return self._person(subjects[0])
        return self._titled(inside, subjects_only=subjects_only) or self._pronoun(inside) or self._body(inside)

    def _person(self, found: Found) -> Speaker:
        return Speaker(self.reading.surface(found.first, found.last), person=int(found.key))

    def _titled(self, inside: set[int], *, subjects_only: bool) -> Speaker | None:
        """A title without a name: the person who holds it, else the office."""
        for office in self.reading.offices:
            head = self.reading.words[office.first]
            if office.first in inside and not office.is_plural and (not subjects_only or "nomn" in head.cases("sing")):
                surface = self.reading.surface(office.first, office.last)
                person = office.draft.person
                person = self._holder(office.draft) if person is None else person
                person = self._by_noun(office.first) if person is None and office.last - office.first == 1 else person
                return Speaker(surface, person=person, office=None if person is not None else office.draft)
        for index in sorted(inside):
            word = self.reading.words[index]
            if (
                word.kind != "word"
                or not word.text[1:].islower()
                or (subjects_only and "nomn" not in word.cases("sing"))
            ):
                continue
            person = self._by_department(index)
            person = self._by_noun(index) if person is None else person
            person = self._by_rank(index) if person is None else person
            if person is not None:
                return Speaker(word.text, person=person)
            if self.last and not _SAME_SPEAKER.isdisjoint(word.keys) and self.last.person is not None:
                return Speaker(word.text, person=self.last.person)
            if self.last and "собеседник" in word.keys and self.last.organization:
                return Speaker(word.text, organization=self.last.organization)
        return None

    def _holder(self, office: OfficeDraft) -> int | None:
        """The person who holds an office of the title, country by country where one is printed."""
        holders = [
            other.person
            for other in self.dossier.offices
            if other.person is not None
            and other.title == office.title
            and other.status != "former"
            and (not office.country_code or other.country_code == office.country_code)
        ]
        return holders[-1] if len(set(holders)) == 1 else self._nearest(holders, office.span[0])

    def _by_department(self, index: int) -> int | None:
        """The head meant by "глава индийского ведомства": the one of that country who was named last."""
        if not (self.reading.keys(index) & _HEADS and self.reading.keys(index + 2) & _DEPARTMENTS):
            return None
        codes = [code for first, _, code in self.reading.countries_near(index + 1, index + 2) if first == index + 1]
        heads = [
            office.person
            for office in self.dossier.offices
            if office.person is not None and office.country_code in codes and office.rank == "head"
            if office.status != "former"
        ]
        return self._nearest(heads, self.reading.words[index].start)

    def _by_noun(self, index: int) -> int | None:
        """The holder meant by "министр", "госсекретарь" or the like alone."""
        title = next((TITLE_NOUNS[key] for key in sorted(self.reading.keys(index)) if key in TITLE_NOUNS), None)
        country = next((code for _, last, code in self.reading.countries if last == index), None)
        return self._by_title(title, index, country) if title else None

    def _by_rank(self, index: int) -> int | None:
        """The person whose name stands behind the rank that is said alone: "по словам генерала"."""
        rank = next((key for key in sorted(self.reading.keys(index)) if key in _RANKS), None)
        if rank is None:
            return None
        ranked = [
            int(found.key)
            for found in self.reading.people
            if found.first < index
            for at in range(max(0, found.first - _RANK_GAP), found.first)
            if any(key == rank or key.startswith(f"{rank}-") for key in self.reading.keys(at))
        ]
        codes = [code for _, last, code in self.reading.countries_near(index - 1, index) if last == index]
        if codes:  # "турецкий генерал отметил"
            ranked = [person for person in ranked if self.dossier.persons[person].country_code in codes]
        return self._nearest(ranked, self.reading.words[index].start)

    def _by_title(self, title: str, index: int, country: str | None) -> int | None:
        holders = [
            office.person
            for office in self.dossier.offices
            if office.person is not None and office.title.removeprefix("First ").startswith(title)
            if office.status != "former"
            if country in (None, office.country_code)
        ]
        return self._nearest(holders, self.reading.words[index].start)

    def _nearest(self, people: Sequence[int | None], position: int) -> int | None:
        """Of the people the one who speaks, else the last subject or name before the character."""
        if self.last and self.last.person is not None and self.last.person in people:
            return self.last.person
        subjects = [
            int(found.key)
            for found in self.reading.people
            if found.is_subject and found.key in people and self.reading.words[found.first].start < position
        ]
        if subjects:
            return subjects[-1]
        named = [
            (span[0], person)
            for person in people
            if person is not None
            for span in self.dossier.persons[person].spans
            if span[0] < position
        ]
        return max(named)[1] if named else None

    def _pronoun(self, inside: set[int]) -> Speaker | None:
        for index in sorted(inside):
            gender = _PRONOUNS.get(self.reading.at(index))
            if gender:
                return self.by_pronoun(index, gender)
        return None

    def by_pronoun(self, index: int, gender: str | None = None) -> Speaker | None:
        """The person of the gender who spoke last or was the last subject before the word, whichever is later."""
        position = self.reading.words[index].start
        before = [found for found in self.reading.people if self.reading.words[found.first].start < position]
        before = [found for found in before if gender in (None, self.dossier.persons[int(found.key)].gender)]
        subjects = [found for found in before if found.is_subject]
        surface = self.reading.words[index].text
        if self.last and self.last.person is not None and self._still_speaks(subjects, index):
            return Speaker(surface, person=self.last.person)
        chosen = (subjects or before)[-1:]
        return Speaker(surface, person=int(chosen[0].key)) if chosen else None

    def _still_speaks(self, subjects: list[Found], index: int) -> bool:
        """Whether the last speaker is meant rather than a later subject outside quotations."""
        if self.last is None or not subjects:
            return True
        latest = subjects[-1]
        sentence = self.reading.sentence_of(self.reading.words[latest.first].start)
        here = self.reading.sentence_of(self.reading.words[index].start)
        return (
            latest.key == self.last.person
            or here - sentence > 1
            or self.reading.is_quoted(self.reading.words[latest.first].start)
        )

    def _body(self, inside: set[int]) -> Speaker | None:
        """A body that speaks: its press service, "в Минобороны", or its name as the subject; no news agency."""
        for found in self.reading.bodies:
            if found.first not in inside:
                continue
            draft = self.dossier.organizations[str(found.key)]
            before = self.reading.keys(found.first - 1)
            speaks = self.reading.at(found.first - 1) in ("в", "во") or before & {
                "пресс-служба",
                "сообщение",
                "заявление",
                "пресс-релиз",
                "представитель",
                "релиз",
                "пресс-центр",
            }
            subject = (
                "nomn" in self.reading.words[found.first].cases("sing") or self.reading.words[found.first].is_acronym
            )
            if draft.kind != "media" and (speaks or subject):
                return Speaker(self.reading.surface(found.first, found.last), organization=draft.name)
        return self._unnamed_body(inside) or self._of_statement(inside)

    def _of_statement(self, inside: set[int]) -> Speaker | None:
        """'Говорится в сообщении': the body that spoke before, or was named last."""
        sources = frozenset(russian_words()["reporting"]["sources"])
        index = next((at for at in sorted(inside) if self.reading.keys(at) & sources), None)
        if index is None:
            return None
        if self.last and self.last.organization:
            return Speaker(self.reading.words[index].text, organization=self.last.organization)
        before = [str(found.key) for found in self.reading.bodies if found.first < index]
        named = [name for name in before if self.dossier.organizations[name].kind != "media"]
        return Speaker(self.reading.words[index].text, organization=named[-1]) if named else None

    def _unnamed_body(self, inside: set[int]) -> Speaker | None:
        """'в ведомстве', "в министерстве", "пресс-служба": the state body named last before."""
        for index in sorted(inside):
            keys = self.reading.keys(index)
            wanted = next((kinds for noun, kinds in _BODY_NOUNS.items() if noun in keys), None)
            speaks = self.reading.at(index - 1) in ("в", "во") or "nomn" in self.reading.words[index].cases("sing")
            if wanted is None or not speaks:
                continue
            before = [found for found in self.reading.bodies if found.first < index]
            if "пресс-служба" in keys:  # the one that spoke before, if any
                spoke = [found for found in before if self._is_of_press_service(found)]
                before = spoke or before
                wanted = wanted if not spoke else frozenset(["organ", *wanted])
            named = [str(found.key) for found in before if self.dossier.organizations[str(found.key)].kind in wanted]
            if named:
                return Speaker(self.reading.words[index].text, organization=named[-1])
        return None

    def _is_of_press_service(self, found: Found) -> bool:
        before = range(max(0, found.first - 2), found.first)
        return any("пресс-служба" in self.reading.keys(at) for at in before)

    def is_nameless(self, words: Iterable[int]) -> bool:
        """Whether "стороны", "участники" or the like are said to speak."""
        return any(
            not _NAMELESS.isdisjoint(self.reading.keys(index)) and "nomn" in self.reading.words[index].cases()
            for index in words
            if self.reading.words[index].kind == "word"
        )
