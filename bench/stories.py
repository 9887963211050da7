"""Makes staged stories for measuring: people by Zipf's law, a hundred stories a day, bodies of the usual length.

A story is a function of its number alone, so a warehouse of a given size is the same wherever it is made. The rows are
those that extraction stages, with all offsets right; nothing is extracted.
"""

from bisect import bisect
from collections.abc import Sequence
from datetime import date, timedelta
from functools import cache
from itertools import accumulate
from random import Random
from typing import Any, Final

from dateline import ids
from dateline import records as r
from warehouse.staging import DOCUMENT_TABLES

A_DAY: Final = 100
"""Stories of one day."""
PERSONS: Final = 40_000
"""Persons that can be named; the first of them in about every tenth place."""
_FIRST_DAY: Final = date(2000, 1, 1)
_SENTENCES: Final = 18
_WORDS: Final = 22
_EXPONENT: Final = 1.05
_GIVEN: Final = (
    "Aidar",
    "Oleg",
    "Rustam",
    "Viktor",
    "Jamshed",
    "Bakyt",
    "Anvar",
    "Timur",
    "Marat",
    "Denis",
    "Farrukh",
    "Gulnara",
    "Elena",
)
_SYLLABLES: Final = (
    "ka",
    "mo",
    "ri",
    "sa",
    "te",
    "lu",
    "no",
    "ba",
    "de",
    "gi",
    "zha",
    "sho",
    "ur",
    "an",
    "el",
    "in",
    "ot",
    "mir",
    "bek",
    "dan",
    "tol",
    "kan",
)
_ENDINGS: Final = ("ov", "ev", "in", "enko", "sky", "yan", "zoda", "bayev", "uly")
_COUNTRIES: Final = ("KZ", "BY", "UZ", "RU", "TJ", "KG", "AM", "CN")
_TITLES: Final[tuple[tuple[str, r.OfficeRank], ...]] = (
    ("Minister of Defense", "head"),
    ("Secretary of the Security Council", "head"),
)
_BODIES: Final = (
    *(
        (f"{kind} of {place}", None, "ministry", None)
        for kind in ("Ministry of Defense", "Ministry of Foreign Affairs", "Security Council", "General Staff")
        for place in ("Kazakhstan", "Belarus", "Uzbekistan", "Russia", "Tajikistan", "Kyrgyzstan", "Armenia", "China")
    ),
    ("Shanghai Cooperation Organization", "SCO", "intergovernmental", None),
    ("Council of Defense Ministers of the SCO", None, "organ", "Shanghai Cooperation Organization"),
    ("Collective Security Treaty Organization", "CSTO", "intergovernmental", None),
)
_CITIES: Final = (
    ("Astana", "KZ", 51.13, 71.43),
    ("Minsk", "BY", 53.9, 27.57),
    ("Tashkent", "UZ", 41.26, 69.22),
    ("Dushanbe", "TJ", 38.56, 68.77),
    ("Bishkek", "KG", 42.87, 74.59),
)
_TYPES: Final[tuple[r.EventType, ...]] = ("meeting", "session", "talks", "visit", "exercise", "conference")
_SOURCES: Final = (("TASS", "RU"), ("Kazinform", "KZ"), ("UzA", "UZ"), ("BelTA", "BY"), ("Khovar", "TJ"))

Rows = dict[str, list[Any]]


@cache
def _names() -> tuple[tuple[str, str, str], ...]:
    dice = Random("names")  # noqa: S311
    return tuple((dice.choice(_GIVEN), _family(dice), dice.choice(_COUNTRIES)) for _ in range(PERSONS))


def _family(dice: Random) -> str:
    stem = "".join(dice.choice(_SYLLABLES) for _ in range(dice.choice((2, 3, 3))))
    return (stem + dice.choice(_ENDINGS)).capitalize()


@cache
def _weights() -> list[float]:
    return list(accumulate(1 / rank**_EXPONENT for rank in range(1, PERSONS + 1)))


@cache
def _vocabulary() -> tuple[str, ...]:
    dice = Random("words")  # noqa: S311
    return tuple("".join(dice.choice(_SYLLABLES) for _ in range(dice.randrange(1, 4))) for _ in range(4_000))


def stories(numbers: range) -> Rows:
    """Return the staged rows of the stories `numbers`, by table."""
    rows: Rows = {table: [] for table in DOCUMENT_TABLES}
    for number in numbers:
        _Story(number, rows).tell()
    return rows


class _Story:
    """One story that grows with its rows."""

    def __init__(self, number: int, rows: Rows) -> None:
        self._dice = Random(number)  # noqa: S311
        self._number, self._rows = number, rows
        self._uri = f"growth/{number:07}.txt"
        self._key = ids.document_key(self._uri)
        self._day = _FIRST_DAY + timedelta(days=number // A_DAY)
        self._parts: list[str] = []
        self._length = 0

    def tell(self) -> None:
        """Write the story: its people, an event, a quote, and prose with mentions in between."""
        people = self._people()
        bodies = self._dice.sample(_BODIES, 3)
        for body in bodies:
            self._organization(body)
        cities = self._dice.sample(_CITIES, 2)
        for city in cities:
            self._place(city)
        self._event(bodies[0], cities[0], people)
        for number, (given, family, country) in enumerate(people):
            self._person(number, given, family, country)
        self._quote()
        for sentence in range(_SENTENCES):
            self._prose(sentence, people, bodies, cities)
        self._add(
            "topic",
            r.TopicReport(
                **self._of(), topic_key=ids.topic_key("terrorism"), name="terrorism", parent_name=None, hits=2
            ),
        )
        self._document()

    def _people(self) -> list[tuple[str, str, str]]:
        weights = _weights()
        drawn = {bisect(weights, self._dice.random() * weights[-1]) for _ in range(4)}
        return [_names()[rank] for rank in sorted(drawn)]

    def _of(self) -> dict[str, int]:
        return {"document_key": self._key}

    def _add(self, table: str, row: object) -> None:
        self._rows[table].append(row)

    def _write(self, text: str) -> dict[str, int]:
        start, self._length = self._length, self._length + len(text)
        self._parts.append(text)
        return {
            "start_char": start,
            "end_char": self._length,
            "raw_start": start + _HEAD,
            "raw_end": self._length + _HEAD,
        }

    def _organization(self, body: Sequence[Any]) -> None:
        name, acronym, kind, parent = body
        key = ids.organization_key(name)
        self._add(
            "organization",
            r.OrganizationRef(
                **self._of(),
                organization_key=key,
                name=name,
                acronym=acronym,
                kind=kind,
                country_code=None,
                parent_name=parent,
            ),
        )

    def _place(self, city: tuple[str, str, float, float]) -> None:
        name, country, north, east = city
        self._add(
            "place",
            r.PlaceRef(
                **self._of(),
                place_key=ids.place_key(country, "city", name),
                name=name,
                kind="city",
                country_code=country,
                country_name=None,
                latitude=north,
                longitude=east,
            ),
        )

    def _event(self, body: Sequence[Any], city: tuple[str, str, float, float], people: Sequence[object]) -> None:
        kind = self._dice.choice(_TYPES)
        subject = self._dice.choice(_vocabulary())
        name = f"{kind.capitalize()} of the {body[0]} on {subject}"
        if kind == "exercise":
            name = f"{subject.capitalize()}-{self._day.year}"
        told: tuple[r.DatePrecision, ...] = ("day", "month", "unknown")
        precision = self._dice.choices(told, (80, 5, 15))[0]
        start = {"day": self._day, "month": self._day.replace(day=1)}.get(precision)
        self._add(
            "event",
            r.EventReport(
                **self._of(),
                event=0,
                name=name,
                type=kind,
                organization_key=ids.organization_key(body[0]) if self._dice.random() < 0.6 else 0,
                place_key=ids.place_key(city[1], "city", city[0]) if self._dice.random() < 0.8 else 0,
                start_date=start,
                end_date=start,
                date_precision=precision,
                ordinal=None,
                is_planned=self._dice.random() < 0.2,
                is_main=True,
                **self._write(name),
            ),
        )
        self._write(". ")
        for number in range(len(people)):
            part = {"event": 0, "person": number, "office_key": 0}
            self._add("participation", r.Participation(**self._of(), **part, country_code=None, role="participant"))

    def _person(self, number: int, given: str, family: str, country: str) -> None:
        name = f"{given} {family}"
        self._add(
            "person",
            r.PersonRef(
                **self._of(), person=number, name=name, given_name=given, family_name=family, country_code=country
            ),
        )
        if number == 0:
            title, rank = self._dice.choice(_TITLES)
            office = ids.office_key(title, None, country)
            self._add(
                "office_ref",
                r.OfficeRef(
                    **self._of(), office_key=office, title=title, organization_key=0, country_code=country, rank=rank
                ),
            )
            span = self._write(title)
            self._add("office", r.OfficeHeld(**self._of(), person=0, office_key=office, status="current", **span))
            self._write(" ")
        self._mention("person", name, 0, person=number)
        self._write(" came. ")

    def _quote(self) -> None:
        words = " ".join(self._dice.choices(_vocabulary(), k=_WORDS)) + "."
        self._write("“")
        self._add(
            "quote",
            r.Quote(
                **self._of(),
                speaker_person=0,
                speaker_organization_key=0,
                speaker_office_key=0,
                speaker_surface="he",
                event=0,
                cue="say",
                kind="direct",
                text=words,
                sentence=3,
                **self._write(words),
            ),
        )
        self._write("” he said.\n\n")

    def _prose(
        self, sentence: int, people: Sequence[tuple[str, str, str]], bodies: Sequence[Any], cities: Sequence[Any]
    ) -> None:
        self._write(" ".join(self._dice.choices(_vocabulary(), k=_WORDS)).capitalize() + " ")
        number = sentence % len(people)
        self._mention("person", people[number][1], sentence, person=number)
        self._write(" and ")
        body = bodies[sentence % len(bodies)][0]
        self._mention("organization", body, sentence, organization_key=ids.organization_key(body))
        self._write(" in ")
        name, country, *_ = cities[sentence % len(cities)]
        self._mention("place", name, sentence, place_key=ids.place_key(country, "city", name))
        self._write(".\n\n" if sentence % 3 == 2 else ". ")

    def _mention(self, kind: Any, surface: str, sentence: int, **entity: int) -> None:
        self._add(
            "mention",
            r.Mention(
                **self._of(), entity_type=kind, surface=surface, sentence=sentence, **self._write(surface), **entity
            ),
        )

    def _document(self) -> None:
        agency, country = self._dice.choice(_SOURCES)
        body = "".join(self._parts)
        self._add(
            "source",
            r.SourceRef(
                source_key=ids.source_key(agency), name=agency, kind="agency", country_code=country, domain=None
            ),
        )
        self._add(
            "document",
            r.Document(
                document_key=self._key,
                uri=self._uri,
                content_sha256=f"{self._number:064x}",
                format="text",
                language="en",
                is_story=True,
                title=f"Story {self._number}",
                raw=_MENU + body + "\nShare this page",
                body=body,
                offsets=[0, len(body), _HEAD, _HEAD + len(body)],
                agency=agency,
                outlet="example.org",
                published_date=self._day,
                published_date_basis="metadata",
                published_date_candidates=[self._day],
                dateline_place=None,
                dateline_text=None,
                is_machine_translated=False,
                machine_translation_evidence=None,
            ),
        )
        self._add(
            "block",
            r.Block(
                document_key=self._key,
                block=0,
                raw_start=0,
                raw_end=_HEAD - 1,
                is_kept=False,
                reason="navigation",
                rule="menu",
            ),
        )


_MENU: Final = "MENU | HOME\n"
_HEAD: Final = len(_MENU)
