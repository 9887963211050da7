"""Makes small staged corpora of invented documents: each document is a function of its number and version alone."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from random import Random
from typing import Any

import duckdb

from dateline import frames, ids
from dateline import records as r
from warehouse import load, staging

PEOPLE = (
    ("Aidar Temirov", "KZ"),
    ("Oleg Marchenko", "BY"),
    ("Rustam Qodirov", "UZ"),
    ("Viktor Salnikov", "RU"),
    ("Jamshed Nazriev", "TJ"),
    ("Bakyt Osmonov", "KG"),
)
TITLES = (("Minister of Defense", "head"), ("Secretary of the Security Council", "head"), ("Deputy Minister", "deputy"))
AGENCIES = (("TASS", "agency", "RU"), ("Kazinform", "agency", "KZ"), ("UzA", "agency", "UZ"), (None, "unknown", None))
CITIES = (("Astana", "KZ", 51.13, 71.43), ("Minsk", "BY", 53.9, 27.57), ("Tashkent", "UZ", 41.26, 69.22))
BODIES = (
    ("Shanghai Cooperation Organization", "SCO", "intergovernmental", None),
    ("Council of Defense Ministers of the SCO", None, "organ", "Shanghai Cooperation Organization"),
    ("Secretariat of the CSTO", None, "organ", "Collective Security Treaty Organization"),
)
TOPICS = (("terrorism", None), ("cyber terrorism", "terrorism"), ("drug trafficking", "organised crime"))
FIRST_DAY = date(2021, 3, 3)

Bundle = dict[str, list[Any]]


@dataclass
class _Writer:
    """Grows a raw text and its body side by side, so that all offsets are right by construction."""

    key: int
    raw: str = "MENU | HOME\n"
    body: str = ""

    def add(self, text: str) -> dict[str, int]:
        start, raw_start = len(self.body), len(self.raw)
        self.body += text
        self.raw += text
        return {
            "start_char": start,
            "end_char": len(self.body),
            "raw_start": raw_start,
            "raw_end": len(self.raw),
        }


def bundle(number: int, *, version: int = 1, is_story: bool = True, mentions: int = 0) -> Bundle:
    """Return the staged rows of document `number`; another `version` tells another story at the same URI.

    `mentions` adds that many repetitions of an organisation's name, for measuring.
    """
    dice = Random(f"{number}/{version}")
    uri = f"night/{number:05}.txt"
    key = ids.document_key(uri)
    text = _Writer(key)
    rows: Bundle = {table: [] for table in staging.DOCUMENT_TABLES}
    agency, kind, country = dice.choice(AGENCIES)
    city, city_country, north, east = dice.choice(CITIES)
    published = FIRST_DAY + timedelta(days=dice.randrange(40)) if dice.random() < 0.9 else None
    if is_story:
        _tell(rows, text, dice, published, mentions)
        place_key = ids.place_key(city_country, "city", city)
        rows["dateline"].append(r.DatelineRef(document_key=key, place_key=place_key))
        rows["place"].append(
            r.PlaceRef(
                document_key=key,
                place_key=place_key,
                name=city,
                kind="city",
                country_code=city_country,
                country_name=None,
                latitude=north,
                longitude=east,
            )
        )
    text.raw += "\nShare this page"
    if agency:
        rows["source"].append(
            r.SourceRef(source_key=ids.source_key(agency), name=agency, kind=kind, country_code=country, domain=None)
        )
    rows["document"].append(
        r.Document(
            document_key=key,
            uri=uri,
            content_sha256=f"{number:032x}{version:032x}",
            format="text",
            language="en",
            is_story=is_story,
            title=f"Story {number}",
            raw=text.raw,
            body=text.body,
            offsets=[0, len(text.body), 12, 12 + len(text.body)] if text.body else [],
            agency=agency,
            outlet="example.org",
            published_date=published,
            published_date_basis="metadata" if published else "none",
            published_date_candidates=[published] if published else [],
            dateline_place=city if is_story else None,
            dateline_text=None,
            is_machine_translated=False,
            machine_translation_evidence=None,
        )
    )
    rows["block"].append(
        r.Block(document_key=key, block=0, raw_start=0, raw_end=11, is_kept=False, reason="navigation", rule="menu")
    )
    return rows


def _tell(rows: Bundle, text: _Writer, dice: Random, published: date | None, repeats: int) -> None:
    key = text.key
    people = dice.sample(PEOPLE, 2)
    title, rank = dice.choice(TITLES)
    body = dice.choice(BODIES)
    _organization(rows, key, body)
    office = ids.office_key(title, None, people[0][1])
    rows["office_ref"].append(
        r.OfficeRef(
            document_key=key, office_key=office, title=title, organization_key=0, country_code=people[0][1], rank=rank
        )
    )
    event_span = text.add(f"The session of {body[0]}")
    rows["event"].append(
        r.EventReport(
            document_key=key,
            event=0,
            name=f"Session of {body[0]}",
            type="session",
            organization_key=ids.organization_key(body[0]),
            place_key=0,
            start_date=published,
            end_date=published,
            date_precision="day" if published else "unknown",
            ordinal=dice.choice((None, 3)),
            is_planned=False,
            is_main=True,
            **event_span,
        )
    )
    text.add(" was held. ")
    for number, (name, country) in enumerate(people):
        given, family = name.split()
        rows["person"].append(
            r.PersonRef(
                document_key=key,
                person=number,
                name=name,
                given_name=given,
                family_name=family,
                country_code=country,
            )
        )
        if number == 0:
            span = text.add(title)
            rows["office"].append(r.OfficeHeld(document_key=key, person=0, office_key=office, status="current", **span))
            text.add(" ")
        _mention(rows, text, "person", name, person=number)
        text.add(" took part. ")
        rows["participation"].append(
            r.Participation(
                document_key=key,
                event=0,
                person=number,
                office_key=office if number == 0 else 0,
                country_code=country,
                role="chair" if number == 0 else "participant",
            )
        )
    words = f"We shall meet {dice.randrange(99)} times."
    text.add("“")
    rows["quote"].append(
        r.Quote(
            document_key=key,
            speaker_person=0,
            speaker_organization_key=0,
            speaker_office_key=office,
            speaker_surface="he",
            event=0,
            cue="say",
            kind="direct",
            text=words,
            sentence=3,
            **text.add(words),
        )
    )
    text.add("” he said.\n\nThey signed the ")
    instrument = ids.instrument_key("Plan of Cooperation", body[0])
    rows["instrument"].append(
        r.InstrumentReport(
            document_key=key,
            instrument_key=instrument,
            name="Plan of Cooperation",
            kind="plan",
            organization_key=ids.organization_key(body[0]),
            event=0,
            status="signed",
            **text.add("Plan of Cooperation"),
        )
    )
    text.add(".")
    for _ in range(repeats):
        text.add(" ")
        _mention(rows, text, "organization", body[0], organization_key=ids.organization_key(body[0]))
    topic, parent = dice.choice(TOPICS)
    rows["topic"].append(
        r.TopicReport(document_key=key, topic_key=ids.topic_key(topic), name=topic, parent_name=parent, hits=2)
    )


def _organization(rows: Bundle, key: int, body: tuple[str, str | None, Any, str | None]) -> None:
    name, acronym, kind, parent = body
    rows["organization"].append(
        r.OrganizationRef(
            document_key=key,
            organization_key=ids.organization_key(name),
            name=name,
            acronym=acronym,
            kind=kind,
            country_code=None,
            parent_name=parent,
        )
    )


def _mention(rows: Bundle, text: _Writer, entity_type: Any, surface: str, **entity: int) -> None:
    rows["mention"].append(
        r.Mention(
            document_key=text.key,
            entity_type=entity_type,
            surface=surface,
            sentence=1,
            **text.add(surface),
            **entity,
        )
    )


def resolve(bundles: Iterable[Bundle]) -> Bundle:
    """Return identities and entities: a person is a name, an event is its name and start."""
    held = list(bundles)
    people = {(p.name, p.country_code): p for b in held for p in b["person"]}
    events = {(e.name, e.start_date): e for b in held for e in sorted(b["event"], key=lambda e: e.name)}
    return {
        "person_identity": [
            r.PersonIdentity(
                document_key=p.document_key, person=p.person, person_key=ids.person_key(p.name), because="name"
            )
            for b in held
            for p in b["person"]
        ],
        "person_entity": [
            r.PersonEntity(
                person_key=ids.person_key(name),
                name=name,
                family_name=p.family_name,
                given_name=p.given_name,
                country_code=country,
            )
            for (name, country), p in sorted(people.items())
        ],
        "event_identity": [
            r.EventIdentity(
                document_key=e.document_key,
                event=e.event,
                event_key=ids.event_key([e.name, e.start_date]),
                because="body and day",
            )
            for b in held
            for e in b["event"]
        ],
        "event_entity": [
            r.EventEntity(
                event_key=ids.event_key([name, start]),
                name=name,
                type=e.type,
                organization_key=e.organization_key,
                place_key=0,
                start_date=start,
                end_date=start,
                date_precision=e.date_precision,
                ordinal=3,
                is_planned=False,
            )
            for (name, start), e in events.items()
        ],
        "duplicate_identity": [
            r.DuplicateIdentity(document_key=d.document_key, canonical_document_key=d.document_key, because="no copy")
            for b in held
            for d in b["document"]
        ],
    }


def write(folder: Path, bundles: Iterable[Bundle]) -> Mapping[str, Sequence[Path]]:
    """Write `bundles` as one batch of Parquet files into `folder`."""
    folder.mkdir(parents=True, exist_ok=True)
    held = list(bundles)
    staged = {}
    for table in sorted({table for b in held for table in b}):
        path = folder / f"{table}.parquet"
        frames.to_frame(table, [row for b in held for row in b[table]]).write_parquet(path)
        staged[table] = [path]
    return staged


def run_night(
    con: duckdb.DuckDBPyConnection,
    folder: Path,
    bundles: Sequence[Bundle],
    *,
    all_bundles: Sequence[Bundle] | None = None,
    withdraw: Iterable[int] = (),
    run_id: str = "night-1",
    extractor_version: str = "1+none",
) -> load.LoadReport:
    """Stage `bundles` as one batch, resolve over `all_bundles` (default: the same), and load."""
    staged = write(folder / "batch", bundles) if bundles else {}
    staging.stage_batches(con, staged, run_id=run_id, extractor_version=extractor_version, withdraw=withdraw)
    current = bundles if all_bundles is None else all_bundles
    staging.stage_resolution(con, write(folder / "resolution", [resolve(current)]))
    return load.load_star(con, run_id)
