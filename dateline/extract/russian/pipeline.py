"""The Russian pipeline: a blank spaCy pipeline whose components fill the dossier by rules."""

from collections import Counter
from functools import lru_cache
from typing import cast

import numpy as np
import spacy
from spacy.language import Language
from spacy.tokens import Doc
from thinc.types import Ints2d

from dateline.extract import topics
from dateline.extract.dossier import Dossier, register_extension
from dateline.extract.russian.events import find_events
from dateline.extract.russian.instruments import find_instruments
from dateline.extract.russian.offices import find_offices
from dateline.extract.russian.organizations import find_organizations, home_country, told_country
from dateline.extract.russian.people import find_people
from dateline.extract.russian.places import add_place, find_city, find_places
from dateline.extract.russian.quotes import find_quotes
from dateline.extract.russian.reading import Reading, read

_OPENING = 5
"""Words from the start of a story among which its country stands: "Президент Армении", "В Армении"."""
SHARED = (topics,)  # importing the module declares its factory to spaCy
COMPONENTS = (
    "russian_reader",
    "russian_places",
    "russian_organizations",
    "russian_people",
    "russian_offices",
    "russian_quotes",
    "russian_events",
    "russian_instruments",
    "topics",
)


@lru_cache(maxsize=1)
def load_russian() -> Language:
    """Return the Russian pipeline, built once a process; nothing is read but packages and the lexicon."""
    register_extension()
    if not Doc.has_extension("readings"):
        Doc.set_extension("readings", default=None)
    nlp = spacy.blank("ru")
    for name in COMPONENTS:
        nlp.add_pipe(name)
    return nlp


def _dossier(doc: Doc) -> Dossier:
    dossier: Dossier = doc._.dossier
    return dossier


def _body(doc: Doc) -> Reading:
    body: Reading = doc._.readings[0]
    return body


def _title(doc: Doc) -> Reading:
    title: Reading = doc._.readings[1]
    return title


def _home(dossier: Dossier, reading: Reading) -> str | None:
    """The country that the story leaves out: its agency's or dateline's, else the one that it names most."""
    place = dossier.places.get(dossier.dateline_place or 0)
    filed = place.country_code if place else None
    home = home_country(dossier.document.agency, filed)
    named = [code for _, _, code in sorted(reading.countries)]
    if home and home not in named:
        home = _foreign(reading, filed if filed != home else None) or home
    return home or told_country(reading, dossier) or _named_most(dossier, reading)


def _foreign(reading: Reading, filed: str | None) -> str | None:
    """The country that a story without the agency's own means: that of the dateline, or the only one, named first."""
    if filed:
        return filed
    codes = {code for _, _, code in reading.countries}
    opening = reading.countries_near(0, _OPENING)
    return codes.pop() if len(codes) == 1 and opening else None


def _named_most(dossier: Dossier, reading: Reading) -> str | None:
    named = [code for _, _, code in sorted(reading.countries)]
    cities = [dossier.places[int(found.key)].country_code for found in reading.places]
    counted = Counter([*named, *(code for code in cities if code)])
    return max(counted, key=lambda code: counted[code], default=None)


@Language.component("russian_reader")
def read_document(doc: Doc) -> Doc:
    """Read body and headline, and give the `Doc` its sentences."""
    body = read(doc.text)
    doc._.readings = (body, read(_dossier(doc).document.title or ""))
    starts = {start for start, _ in body.sentences}
    marks = [
        1 if token.i == 0 or not starts.isdisjoint(range(token.idx, token.idx + len(token))) else -1 for token in doc
    ]
    if marks:
        values = np.asarray(marks, dtype="int64").astype("uint64").reshape(-1, 1)
        doc.from_array(["SENT_START"], cast(Ints2d, values))
    return doc


@Language.component("russian_places")
def find_document_places(doc: Doc) -> Doc:
    """Find the places of body and headline, and the dateline's place."""
    dossier = _dossier(doc)
    find_places(_body(doc), dossier, in_body=True)
    find_places(_title(doc), dossier, in_body=False)
    place = find_city(dossier.document.dateline_place or "")
    dossier.dateline_place = add_place(dossier, place) if place else None
    return doc


@Language.component("russian_organizations")
def find_document_organizations(doc: Doc) -> Doc:
    """Find the bodies of body and headline."""
    dossier = _dossier(doc)
    home = _home(dossier, _body(doc))
    find_organizations(_body(doc), dossier, home, in_body=True)
    find_organizations(_title(doc), dossier, home, in_body=False)
    return doc


@Language.component("russian_people")
def find_document_people(doc: Doc) -> Doc:
    """Find the people of the body."""
    find_people(_body(doc), _title(doc), _dossier(doc))
    return doc


@Language.component("russian_offices")
def find_document_offices(doc: Doc) -> Doc:
    """Find who holds which office."""
    dossier = _dossier(doc)
    find_offices(_body(doc), dossier, _home(dossier, _body(doc)))
    return doc


@Language.component("russian_quotes")
def find_document_quotes(doc: Doc) -> Doc:
    """Find what is said, and by whom."""
    find_quotes(_body(doc), _dossier(doc))
    return doc


@Language.component("russian_events")
def find_document_events(doc: Doc) -> Doc:
    """Find the event that the story reports, and others."""
    find_events(_body(doc), _title(doc), _dossier(doc))
    return doc


@Language.component("russian_instruments")
def find_document_instruments(doc: Doc) -> Doc:
    """Find the documents that the story names."""
    find_instruments(_body(doc), _dossier(doc))
    return doc
