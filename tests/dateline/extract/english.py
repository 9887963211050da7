"""One short English story for the rules of extraction, and what came out of it, in plain values."""

from datetime import date

from dateline.extract.analysis import extract_documents
from dateline.extract.model import load_model
from dateline.records import Analysis, Document
from dateline.settings import Settings

MODEL: str = Settings.model_fields["model"].default


def story(body: str, *, place: str | None = None, agency: str | None = None, language: str = "en") -> Document:
    return Document(
        document_key=1,
        uri="story.txt",
        content_sha256="0",
        format="text",
        language=language,
        is_story=True,
        title=None,
        raw=body,
        body=body,
        offsets=[0, len(body), 0, len(body)],
        agency=agency,
        outlet=None,
        published_date=date(2021, 6, 1),
        published_date_basis="metadata",
        published_date_candidates=[],
        dateline_place=place,
        dateline_text=None,
        is_machine_translated=False,
        machine_translation_evidence=None,
    )


def analyse(body: str, *, place: str | None = None, agency: str | None = None, language: str = "en") -> Analysis:
    (analysis,) = extract_documents([story(body, place=place, agency=agency, language=language)], load_model(MODEL))
    return analysis


def people(analysis: Analysis) -> set[str]:
    return {person.name for person in analysis.persons}


def offices(analysis: Analysis) -> set[tuple[str, str, str | None, str | None, str]]:
    names = {person.person: person.name for person in analysis.persons}
    bodies = {body.organization_key: body.name for body in analysis.organizations}
    refs = {ref.office_key: ref for ref in analysis.office_refs}
    return {
        (
            names[held.person],
            refs[held.office_key].title,
            bodies.get(refs[held.office_key].organization_key),
            refs[held.office_key].country_code,
            held.status,
        )
        for held in analysis.offices
    }


def surfaces(analysis: Analysis, entity_type: str) -> dict[str, set[str]]:
    names: dict[int, str] = {body.organization_key: body.name for body in analysis.organizations}
    names |= {place.place_key: place.name for place in analysis.places}
    persons = {person.person: person.name for person in analysis.persons}
    found: dict[str, set[str]] = {}
    for mention in analysis.mentions:
        if mention.entity_type == entity_type:
            person = "" if mention.person is None else persons[mention.person]
            name = person or names[mention.organization_key or mention.place_key]
            found.setdefault(name, set()).add(mention.surface)
    return found
