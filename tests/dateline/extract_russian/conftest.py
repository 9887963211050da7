"""A Russian story read by the pipeline, from its text alone."""

from collections.abc import Callable
from datetime import date

import pytest

from dateline.extract.dossier import Dossier
from dateline.extract.russian.pipeline import load_russian
from dateline.records import Document


def russian_document(
    body: str, *, title: str | None = None, agency: str | None = "TASS", place: str | None = None
) -> Document:
    return Document(
        document_key=1,
        uri="story.txt",
        content_sha256="0",
        format="text",
        language="ru",
        is_story=True,
        title=title,
        raw=body,
        body=body,
        offsets=[0, len(body), 0, len(body)],
        agency=agency,
        outlet=None,
        published_date=date(2023, 6, 15),  # a Thursday
        published_date_basis="metadata",
        published_date_candidates=[],
        dateline_place=place,
        dateline_text=None,
        is_machine_translated=False,
        machine_translation_evidence=None,
    )


@pytest.fixture
def read_russian() -> Callable[..., Dossier]:
    def read(body: str, **frame: str | None) -> Dossier:
        nlp = load_russian()
        doc = nlp.make_doc(body)
        doc._.dossier = Dossier(russian_document(body, **frame))
        for _, component in nlp.pipeline:
            doc = component(doc)
        return doc._.dossier

    return read
