"""Pages in the manner of many outlets, from `outlets.toml`: what is story, what is frame, and pages without a story."""

import tomllib
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from dateline.clean import clean_document
from dateline.records import Cleaned, Document, RawDocument

TODAY = date(2026, 11, 22)
PAGES: list[dict[str, Any]] = tomllib.loads(Path(__file__).with_name("outlets.toml").read_text("utf-8"))["page"]
STORIES = [page for page in PAGES if "body" in page]
OTHERS = [page for page in PAGES if "body" not in page]


def document_of(page: dict[str, Any]) -> Document:
    raw = RawDocument(
        uri="x",
        content_sha256="0",
        format=page.get("format", "text"),
        encoding="utf-8",
        raw=page["raw"],
        title=page.get("stated_title"),
    )
    found = clean_document(raw, as_of=TODAY)
    assert isinstance(found, Cleaned)
    return found.document


@pytest.mark.parametrize("page", STORIES, ids=lambda page: page["name"])
def test_story(page: dict[str, Any]) -> None:
    document = document_of(page)
    assert document.is_story
    assert document.body.split("\n\n") == page["body"]


@pytest.mark.parametrize("page", STORIES, ids=lambda page: page["name"])
def test_frame(page: dict[str, Any]) -> None:
    document = document_of(page)
    frame = {
        "title": document.title,
        "agency": document.agency,
        "place": document.dateline_place,
        "date": str(document.published_date),
    }
    assert {key: frame[key] for key in frame if key in page} == {key: page[key] for key in frame if key in page}


@pytest.mark.parametrize("page", OTHERS, ids=lambda page: page["name"])
def test_page_without_story(page: dict[str, Any]) -> None:
    assert not document_of(page).is_story
