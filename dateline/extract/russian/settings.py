"""The setting of an event in its sentence: convening body, place, date, people, ordinal, and whether it lies ahead."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Final

from dateline import ids
from dateline.extract.dossier import Dossier
from dateline.extract.russian.conveners import convener
from dateline.extract.russian.dates import FoundDate, When, find_dates
from dateline.extract.russian.event_names import NAME_YEAR, printed_name
from dateline.extract.russian.places import add_place, capital
from dateline.extract.russian.planning import is_planned
from dateline.extract.russian.reading import Reading
from dateline.extract.russian.speakers import reporting_verb
from dateline.lexicon.russian import russian_words

_WHERE: Final = frozenset(["в", "во", "на", "под"])
_CAPITAL: Final = "столица"
_GENERIC_ORGANS: Final = {
    "комитет": "Committee",
    "совет": "Council",
    "организация": "Organization",
    "ассамблея": "Assembly",
    "исполком": "Executive",
}
_ORDINAL = re.compile(r"(\d{1,3})-(?:е|ое|й|ый|ая|я|го|м)")
_STOP_POS: Final = ("VERB", "PREP", "GRND")
_SCHEDULED: Final = frozenset(["намечать", "наметить", "назначить", "запланировать", "перенести"])
_UNDER_WAY: Final = frozenset(["находиться", "пребывать", "находящийся", "пребывающий"])
_MAX_UNDER_WAY: Final = 6
_TO_PREPOSITION: Final = 6
_OPENING_MARKS: Final = frozenset('«"“„')
_TERM: Final = 3
_MAX_PHRASE: Final = 14


@dataclass(slots=True)
class Setting:
    """What the text around a trigger says about the event."""

    organization: str | None = None
    place: int | None = None
    when: When | None = None
    people: list[int] = field(default_factory=list)
    ordinal: int | None = None
    is_planned: bool = False
    name: str | None = None

    @property
    def evidence(self) -> int:
        """How many of organ or participants, place and date fix the event; a printed name counts too."""
        who = self.organization is not None or len(self.people) > 1
        return sum((who, self.place is not None, self.when is not None, self.name is not None))


class SettingReader:
    """Reads the settings of events in one text."""

    def __init__(self, reading: Reading, dossier: Dossier, today: date | None) -> None:
        self.reading, self.dossier, self.today = reading, dossier, today
        self.dates = find_dates(reading, today)

    def around(self, index: int, zone: range) -> Setting:
        """Return the setting of the trigger at a word, from the zone of its sentence that belongs to it."""
        sentence = self.reading.sentence_words(index)
        found = Setting()
        found.organization = (
            self._organ(index, zone) or self._assembled(index, zone) or convener(self.reading, self.dossier, sentence)
        )
        behind = self._up_to_colon(range(index, zone.stop))
        found.place = self.place_in(behind) or self.place_in(range(zone.start, index))
        found.is_planned = is_planned(self.reading, index, zone)
        dated = self._date_in(behind) or self._date_in(range(sentence.start, index), is_last=True)
        found.when = self.resolve(dated, is_planned=found.is_planned) if dated else None
        if found.when is None and is_under_way(self.reading, index) and self.today:
            found.when = When(self.today, self.today, "day")
        if found.when and self.today and found.when.precision == "day" and found.when.start > self.today:
            found.is_planned = True
        found.people = self._people(index, sentence)
        found.ordinal = self._ordinal(index)
        found.name = printed_name(self.reading, index, zone)
        named_year = NAME_YEAR.search(found.name or "")
        if named_year and (found.when is None or found.when.start.year != int(named_year[1])):  # "Мирная миссия-2023"
            found.when = When(date(int(named_year[1]), 1, 1), None, "year")
            found.is_planned = found.is_planned or (self.today is not None and int(named_year[1]) > self.today.year)
        return found

    def _people(self, index: int, sentence: range) -> list[int]:
        """The people of the trigger's own clause where it has two, else those of its sentence."""
        for stretch in (clause_words(self.reading, index), sentence):
            named = [(found.first, int(found.key)) for found in self.reading.people if found.first in stretch]
            people = list(dict.fromkeys(person for _, person in sorted([*named, *self._holders(stretch)])))
            if len(people) > 1:
                break
        return people

    def _holders(self, words: range) -> list[tuple[int, int]]:
        """The people meant by titles without a name: "министр встретился с X"."""
        found = []
        for office in self.reading.offices:
            draft = office.draft
            if draft.person is not None or office.is_plural or office.first not in words:
                continue
            if not (draft.country_code or draft.organization):
                continue
            holders = {
                other.person
                for other in self.dossier.offices
                if (other.title, other.country_code) == (draft.title, draft.country_code) and other.status != "former"
                if other.person is not None and draft.organization in (None, other.organization)
            }
            if len(holders) == 1:
                found.append((office.first, holders.pop()))
        return found

    def _up_to_colon(self, words: range) -> range:
        """The stretch before a colon or semicolon: what follows explains, and has days and places of its own."""
        stop = next((at for at in words if self.reading.at(at) in (":", ";")), words.stop)
        return range(words.start, stop)

    def resolve(self, dated: FoundDate, *, is_planned: bool) -> When | None:
        """Resolve a date ahead or behind; past ones do not lie ahead unless the text says so."""
        return dated.resolve(1 if is_planned else -1)

    def _date_in(self, words: range, *, is_last: bool = False) -> FoundDate | None:
        """The first date of a stretch, or the last: the one beside the trigger; none of reports and documents."""
        dates = reversed(self.dates) if is_last else self.dates
        fitting = (found for found in dates if found.first in words)
        return next((found for found in fitting if not self._dates_a_report(found) and not self._is_term(found)), None)

    def _is_term(self, found: FoundDate) -> bool:
        """'План на 2024 год': the term of a document, not the day of an event."""
        is_year = "год" in self.reading.keys(found.last - 1) or self.reading.at(found.last - 1) == "г"
        is_scheduled = bool(self.reading.keys(found.first - 2) & _SCHEDULED)  # "намечены на апрель 2020 года"
        is_term = self.reading.at(found.first - 1) == "на" and found.last - found.first <= _TERM
        return is_year and is_term and not is_scheduled

    def reported_on(self, words: range) -> When | None:
        """The day on which a sentence's statement was made: "сообщила в понедельник пресс-служба"."""
        behind = self.reading.sentence_words(words.stop) if words.stop < len(self.reading.words) else range(0)
        if self.reading.surface(behind.start, behind.start + 2).lower() == "об этом":
            words = range(words.start, behind.stop)
        told = next((found for found in self.dates if found.first in words and self._dates_a_report(found)), None)
        return self.resolve(told, is_planned=False) if told else None

    def _dates_a_report(self, found: FoundDate) -> bool:
        """'Сообщил в четверг': the day of the words, not of the event."""
        beside = [found.first - 2, found.first - 1, found.last]
        if self.reading.words[found.last : found.last + 1] and self.reading.words[found.last].kind == "word":
            beside.append(found.last + 1)  # "в понедельник журналистам сообщили"
        return any(0 <= at < len(self.reading.words) and reporting_verb(self.reading, at) for at in beside)

    def place_in(self, words: range) -> int | None:
        """The first place of a stretch that "в" or "на" leads to: a site or city before a country."""
        found = [place for place in self.reading.places if place.first in words and self._is_where(place.first)]
        kinds = {place.first: self.dossier.places[int(place.key)].kind for place in found}
        for wanted in (("facility", "city"), ("region",), ("country",)):
            for place in found:
                if kinds[place.first] not in wanted:
                    continue
                if kinds[place.first] == "country" and _CAPITAL in self.reading.keys(place.first - 1):
                    return self._capital(int(place.key))
                return int(place.key)
        return None

    def further_places(self, index: int, zone: range) -> list[int]:
        """The other places of "посетит Душанбе и Ташкент"."""
        row: list[int] = []
        end = None
        for found in self.reading.places:
            if found.first not in zone or found.first <= index:
                continue
            if end is not None and not (found.first == end + 1 and self.reading.at(end) in ("и", ",")):
                break
            row.append(int(found.key))
            end = found.last
        return row[1:]

    def _is_where(self, index: int) -> bool:
        """Whether a preposition of place leads to the word, nouns such as "столице", "городе" between."""
        if self.reading.keys(index - 1) & {"посетить", "посещать"}:
            return True
        for at in range(index - 1, max(-1, index - _TO_PREPOSITION), -1):
            if self.reading.at(at) in _WHERE:
                return True
            word = self.reading.words[at]
            if word.text in _OPENING_MARKS:  # "на полигоне «Чебаркуль»"
                continue
            if word.kind != "word" or not word.has_pos("NOUN", "ADJF") or "который" in word.keys:
                return False
            if (
                at == index - 1
                and not word.has_pos("ADJF")
                and not word.keys
                & {
                    _CAPITAL,
                    "город",
                    "полигон",
                    "аэродром",
                    "база",
                    "территория",
                    "область",
                    "дворец",
                    "центр",
                    "резиденция",
                    "берег",
                    "остров",
                    "район",
                    "село",
                    "поселок",
                    "гора",
                }
            ):
                return False
        return False

    def _capital(self, country: int) -> int | None:
        code = self.dossier.places[country].country_code
        city = capital(code) if code else None
        return add_place(self.dossier, city) if city else country

    def _organ(self, index: int, zone: range) -> str | None:
        """The body in the genitive behind the trigger: "заседание (министров обороны) ШОС"."""
        starts: dict[int, str] = {}
        for found in self.reading.bodies:
            starts.setdefault(found.first, str(found.key))
        at = index + 1
        while at < min(zone.stop, index + _MAX_PHRASE):
            word = self.reading.words[at]
            if at in starts and self.dossier.organizations[starts[at]].kind != "media":
                state = self.dossier.organizations[starts[at]].country_code
                return None if state else starts[at]
            if word.kind == "mark" and word.text not in '-–—()"«»':
                return None
            if (
                word.kind == "word"
                and all(form.pos in _STOP_POS for form in word.forms[:1])
                and not self._is_office(at)
            ):
                return None
            generic = next((_GENERIC_ORGANS[key] for key in word.keys if key in _GENERIC_ORGANS), None)
            if generic and word.text.islower() and "gent" in word.cases("sing"):
                return self._last_organ(generic, at)
            at += 1
        return None

    def _assembled(self, index: int, zone: range) -> str | None:
        """The organ that meets: the subject of "СМО собирался"."""
        if not self.reading.words[index].has_pos("VERB"):
            return None
        before = [found for found in self.reading.bodies if found.first in zone and found.last <= index]
        organs = [str(found.key) for found in before if self.dossier.organizations[str(found.key)].kind == "organ"]
        return organs[-1] if organs and not self.dossier.organizations[organs[-1]].country_code else None

    def _is_office(self, index: int) -> bool:
        return any(office.first <= index < office.last for office in self.reading.offices)

    def _last_organ(self, word: str, index: int) -> str | None:
        """The body that "комитет" or "организация" stands for: the last one named before, else any of the story."""
        named = [str(found.key) for found in self.reading.bodies if found.first < index and word in str(found.key)]
        every = [
            name
            for name in self.dossier.organizations
            if word in name and not self.dossier.organizations[name].country_code
        ]
        return named[-1] if named else (every[0] if every else None)

    def _ordinal(self, index: int) -> int | None:
        ordinals: dict[str, int] = russian_words()["ordinals"]
        for at in (index - 1, index - 2):
            if at < 0:
                break
            match = _ORDINAL.fullmatch(self.reading.at(at))
            if match:
                return int(match[1])
            number = next((ordinals[key] for key in self.reading.keys(at) if key in ordinals), None)
            if number:
                return number
        return None


def is_under_way(reading: Reading, index: int) -> bool:
    """Whether somebody "находится с визитом", "прибывший с визитом": the visit is the background of the story."""
    near = range(max(0, index - _MAX_UNDER_WAY), index)
    return any(reading.keys(at) & _UNDER_WAY and reading.words[at].has_pos("PRTF") for at in near)


def clause_words(reading: Reading, index: int) -> range:
    """The words of a sentence around one, between semicolons and ", а": what one verb tells."""
    sentence = reading.sentence_words(index)
    cuts = [at for at in sentence if reading.at(at) == ";" or (reading.at(at) == "а" and reading.at(at - 1) == ",")]
    start = max((at for at in cuts if at < index), default=sentence.start)
    return range(start, min((at for at in cuts if at > index), default=sentence.stop))


def place_name(dossier: Dossier, key: int | None) -> str | None:
    """The English name of a place of the dossier."""
    return dossier.places[key].name if key and key != ids.UNKNOWN else None


def merged_people(groups: Sequence[Sequence[int]]) -> list[int]:
    """The people of several sentences, each once, in order."""
    return list(dict.fromkeys(person for group in groups for person in group))
