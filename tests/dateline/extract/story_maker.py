"""Stories with an invented cast, so that rules about statements are tested without the language model."""

import re
from datetime import date
from itertools import pairwise

from dateline import ids
from dateline.extract.dossier import Dossier, OfficeDraft, OrganizationDraft, PersonDraft, PlaceDraft
from dateline.extract.sentences import sentence_starts
from dateline.extract.story import Story
from dateline.records import Document, OrganizationKind

# name, office, body, country, gender
CAST = [
    ("Arman Seitov", "Minister of Defense", "Ministry of Defense of Kazakhstan", "KZ", "m"),
    ("Dilshod Rakhmatov", "Secretary of the Security Council", "Security Council of Uzbekistan", "UZ", "m"),
    ("Pavel Gromov", "Minister of Defense", "Ministry of Defense of Russia", "RU", "m"),
    ("Li Wenbo", "Minister of Defense", "Ministry of National Defense of China", "CN", "m"),
    ("Aigul Bekova", "Spokesperson", "Ministry of Defense of Kyrgyzstan", "KG", "f"),
    ("Viktor Sokolov", "Secretary-General", "Collective Security Treaty Organization", None, "m"),
    ("Imran Qureshi", "Chief of the General Staff", "General Staff of the Armed Forces of Pakistan", "PK", "m"),
    ("Farrukh Nazarov", "President", None, "TJ", "m"),
    ("Anna Petrova", "Deputy Minister of Defense", "Ministry of Defense of Belarus", "BY", "f"),
]

BODIES: list[tuple[str, OrganizationKind, str | None, list[str]]] = [
    ("Shanghai Cooperation Organization", "intergovernmental", "SCO", ["Shanghai Cooperation Organization", "SCO"]),
    (
        "Collective Security Treaty Organization",
        "intergovernmental",
        "CSTO",
        ["Collective Security Treaty Organization", "CSTO"],
    ),
    ("Commonwealth of Independent States", "intergovernmental", "CIS", ["CIS"]),
    ("Council of Defense Ministers of the CSTO", "organ", None, ["CSTO Council of Defense Ministers"]),
    (
        "Ministry of Defense of Kazakhstan",
        "ministry",
        None,
        ["Kazakh Defense Ministry", "Ministry of Defense of Kazakhstan"],
    ),
    ("Ministry of Defense of Russia", "ministry", None, ["Russian Defense Ministry"]),
    ("Ministry of Defense of Belarus", "ministry", None, ["Belarusian Defense Ministry"]),
    ("General Staff of the Armed Forces of Kyrgyzstan", "armed_forces", None, ["General Staff"]),
    ("Security Council of Uzbekistan", "organ", None, ["Security Council of Uzbekistan"]),
    ("TASS", "media", None, ["TASS"]),
    ("Xinhua", "media", None, ["Xinhua"]),
    ("Kazinform", "media", None, ["Kazinform"]),
]

PLACES = [
    ("Kazakhstan", "country", "KZ"),
    ("Russia", "country", "RU"),
    ("Kyrgyzstan", "country", "KG"),
    ("China", "country", "CN"),
    ("Tajikistan", "country", "TJ"),
    ("Uzbekistan", "country", "UZ"),
    ("India", "country", "IN"),
    ("Belarus", "country", "BY"),
    ("Astana", "city", "KZ"),
    ("Bishkek", "city", "KG"),
    ("Tashkent", "city", "UZ"),
    ("Dushanbe", "city", "TJ"),
    ("Minsk", "city", "BY"),
    ("Moscow", "city", "RU"),
    ("Beijing", "city", "CN"),
    ("Samarkand", "city", "UZ"),
    ("Orenburg region", "region", "RU"),
    ("Almaty", "city", "KZ"),
]


def make_story(
    body: str,
    *,
    day: date | None = date(2023, 5, 17),
    dateline: str | None = None,
    agency: str | None = None,
    title: str | None = None,
) -> Story:
    """Build the story of a body: whoever of the cast is named in it, is in its dossier. 17 May 2023 is a Wednesday."""
    document = Document(
        document_key=1,
        uri="a.txt",
        content_sha256="0",
        format="text",
        language="en",
        is_story=True,
        title=title,
        raw=body,
        body=body,
        offsets=[],
        agency=agency,
        outlet=None,
        published_date=day,
        published_date_basis="prefix" if day else "none",
        published_date_candidates=[],
        dateline_place=dateline,
        dateline_text=None,
        is_machine_translated=False,
        machine_translation_evidence=None,
    )
    dossier = Dossier(document)
    for name, kind, acronym, forms in BODIES:
        spans = _spans(body, forms)
        if spans:
            dossier.organizations[name] = OrganizationDraft(name, acronym, kind, spans=spans)
    for place, place_kind, country in PLACES:
        spans = _spans(body, [place])
        key = ids.place_key(country, place_kind, place)
        if spans or place == dateline:
            dossier.places[key] = PlaceDraft(place, place_kind, country, spans=spans)  # type: ignore[arg-type]
        if place == dateline:
            dossier.dateline_place = key
    for name, title_, organization, country, gender in CAST:
        family = name.split()[0 if name.startswith("Li ") else -1]
        spans = _spans(body, [name, family])
        if spans:
            number = len(dossier.persons)
            dossier.persons.append(PersonDraft(name, country_code=country, gender=gender, spans=spans))
            dossier.offices.append(OfficeDraft(number, title_, organization, country, "head", "current", spans[0]))
    starts = [*sentence_starts(body), len(body)]
    return Story(dossier, [(start, end) for start, end in pairwise(starts) if start < end])


def _spans(body: str, forms: list[str]) -> list[tuple[int, int]]:
    found: list[tuple[int, int]] = []
    for form in sorted(forms, key=len, reverse=True):
        for match in re.finditer(rf"(?<!\w){re.escape(form)}(?!\w)", body):
            if not any(start < match.end() and match.start() < end for start, end in found):
                found.append(match.span())
    return sorted(found)
