import pytest

from dateline.ids import document_key
from dateline.records import Analysis, Document, Rejected
from tasks.extract import analyse

pytestmark = pytest.mark.model
MODEL = "dateline.extract.names"


def document(uri: str, offsets: tuple[int, ...]) -> Document:
    body = "Ilhom Saydullin, the Minister of Defense of Uzbekistan, met the envoy in Tashkent."
    return Document(
        document_key=document_key(uri),
        uri=uri,
        content_sha256="0" * 64,
        format="text",
        language="en",
        is_story=True,
        title=None,
        raw=body,
        body=body,
        offsets=offsets or (0, len(body), 0, len(body)),
        agency=None,
        outlet=None,
        published_date=None,
        published_date_basis="none",
        published_date_candidates=[],
        dateline_place=None,
        dateline_text=None,
        is_machine_translated=False,
        machine_translation_evidence=None,
    )


def test_one_bad_document_does_not_stop_its_batch() -> None:
    out_of_order = (5, 9, 5, 9, 0, 4, 0, 4)
    good, bad, last = analyse([document("a", ()), document("b", out_of_order), document("c", ())], MODEL)
    assert isinstance(good, Analysis)
    assert [person.name for person in good.persons] == ["Ilhom Saydullin"]
    assert isinstance(bad, Rejected)
    assert (bad.uri, bad.stage, bad.reason) == ("b", "extract", "failed")
    assert "InvalidRecord" in bad.detail
    assert isinstance(last, Analysis)
    assert last.persons[0].document_key == document_key("c")


def test_no_documents_give_no_analyses() -> None:
    assert analyse([], MODEL) == []
