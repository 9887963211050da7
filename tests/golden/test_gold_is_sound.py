"""The golden documents are themselves checked: a floor that stands on wrong gold measures nothing."""

import html
import json
import re
import unicodedata
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pycountry
import pytest

GOLDEN = Path(__file__).parent
LANDING = GOLDEN / "landing"
SAMPLE = GOLDEN.parents[1] / "sample" / "landing"

LANGUAGES = {"en", "ru"}
BASES = {"prefix", "metadata", "dateline", "weekday+day+month", "none"}
OFFICE_STATUSES = {"current", "former", "acting"}
EVENT_TYPES = {"meeting", "session", "summit", "talks", "conference", "visit", "exercise", "signing", "other"}
INSTRUMENT_STATUSES = {"signed", "adopted", "draft", "proposed", "mentioned"}
PLACE_KINDS = {"country", "city", "region", "site"}
FIELDS = {
    "file",
    "language",
    "is_story",
    "title",
    "dateline",
    "agency",
    "published_date",
    "published_date_basis",
    "body",
    "boilerplate_snippets",
    "people",
    "organisations",
    "places",
    "events",
    "quotes",
    "instruments",
    "duplicate_of",
    "event_group",
}
REOPENED = re.compile(r"\n\n[\"“„«]")
"""A quote over several paragraphs opens each with a mark, which is no part of its words."""

OPENING_MARKS = {"en": "\"“„«‘'", "ru": "\"“„«‘'–—"}
"""Russian speech may open with a dash instead of a mark."""

PARTIAL_DATE = re.compile(r"\d{4}(-\d{2}(-\d{2})?)?")
TAG = re.compile(r"<[^>]*>")
INLINE_MARKUP = re.compile(r"[*_`#>]|\]\([^)]*\)|[\[\]]")


def records() -> Iterator[dict[str, Any]]:
    for path in sorted(GOLDEN.glob("*.gold.json")):
        gold = json.loads(path.read_text(encoding="utf-8"))
        yield from gold.get("records", [gold])


def raw_of(name: str) -> str:
    """The document's raw text: for a record of a JSONL file its title and text."""
    file, _, number = name.partition("#")
    text = (LANDING / file).read_text(encoding="utf-8")
    if not number:
        return text
    record = json.loads(text.splitlines()[int(number) - 1])
    return f"{record['title']}\n{record['text']}"


def squeezed(text: str) -> str:
    """Letters and digits alone, so that markup, entities and spacing do not matter."""
    unmarked = INLINE_MARKUP.sub("", TAG.sub("", html.unescape(text)))
    return re.sub(r"[\W_]+", "", unicodedata.normalize("NFKC", unmarked))


def is_word_in(surface: str, text: str) -> bool:
    return re.search(rf"(?<!\w){re.escape(surface)}(?!\w)", text) is not None


ALL = list(records())
STORIES = [gold for gold in ALL if gold["is_story"]]
EACH = pytest.mark.parametrize("gold", ALL, ids=[gold["file"] for gold in ALL])
EACH_STORY = pytest.mark.parametrize("gold", STORIES, ids=[gold["file"] for gold in STORIES])


def test_every_raw_document_has_gold_and_the_other_way_round() -> None:
    assert {gold["file"].partition("#")[0] for gold in ALL} == {path.name for path in LANDING.iterdir()}
    for path in GOLDEN.glob("*.gold.json"):
        assert Path(json.loads(path.read_text(encoding="utf-8"))["file"]).stem == path.name.removesuffix(".gold.json")


def test_documents_shared_with_the_sample_are_the_same_bytes() -> None:
    sample = {path.name: path for path in SAMPLE.rglob("*") if path.is_file()}
    shared = [path for path in LANDING.iterdir() if path.name in sample]
    assert len(shared) == 12
    for path in shared:
        assert path.read_bytes() == sample[path.name].read_bytes(), path.name


@EACH
def test_fields_and_labels(gold: dict[str, Any]) -> None:
    assert gold.keys() - {"notes"} == FIELDS
    assert gold["language"] in LANGUAGES
    assert gold["published_date_basis"] in BASES
    assert (gold["published_date"] is None) == (gold["published_date_basis"] == "none")
    assert {event["type"] for event in gold["events"]} <= EVENT_TYPES
    assert {item["status"] for item in gold["instruments"]} <= INSTRUMENT_STATUSES
    assert {place["kind"] for place in gold["places"]} <= PLACE_KINDS
    assert {office["status"] for person in gold["people"] for office in person["offices"]} <= OFFICE_STATUSES


@EACH
def test_dates_parse(gold: dict[str, Any]) -> None:
    if gold["published_date"]:
        date.fromisoformat(gold["published_date"])
    for event in gold["events"]:
        for day in filter(None, (event["start_date"], event["end_date"])):
            assert PARTIAL_DATE.fullmatch(day), day
            date.fromisoformat(f"{day}-01-01"[:10])  # a year or month stands as its first day
        assert (event["start_date"] or "") <= (event["end_date"] or "9999")


@EACH
def test_countries_are_iso_codes(gold: dict[str, Any]) -> None:
    codes = [place["country"] for place in gold["places"]]
    codes += [office["country"] for person in gold["people"] for office in person["offices"]]
    for code in filter(None, codes):
        assert pycountry.countries.get(alpha_2=code), code


@EACH_STORY
def test_title_and_body_come_from_the_raw_text(gold: dict[str, Any]) -> None:
    raw = squeezed(raw_of(gold["file"]))
    assert squeezed(gold["title"] or "") in raw
    assert gold["body"]
    for paragraph in gold["body"].split("\n\n"):
        assert squeezed(paragraph) in raw, paragraph
    for part in filter(None, (gold["dateline"] or {}).values()):
        assert part in raw_of(gold["file"]), part
        assert not re.match(rf"{re.escape(part)}\s*[,./(–—-]", gold["body"])


@EACH
def test_furniture_is_in_the_raw_text_and_not_in_the_body(gold: dict[str, Any]) -> None:
    raw = squeezed(raw_of(gold["file"]))
    assert gold["boilerplate_snippets"]
    for snippet in gold["boilerplate_snippets"]:
        assert squeezed(snippet) in raw, snippet
        if len(snippet.split()) >= 3:
            assert snippet not in gold["body"], snippet


@EACH_STORY
def test_mentions_occur_in_title_or_body(gold: dict[str, Any]) -> None:
    text = f"{gold['title'] or ''}\n{gold['body']}"
    dateline_place = (gold["dateline"] or {}).get("place")
    for group in ("people", "organisations", "places"):
        names = [entity["name"] for entity in gold[group]]
        assert len(names) == len(set(names))
        for entity in gold[group]:
            assert entity["mentions"]
            for surface in entity["mentions"]:
                in_dateline = group == "places" and surface == dateline_place
                assert in_dateline or is_word_in(surface, text), surface


@EACH_STORY
def test_the_dateline_place_counts_as_a_place(gold: dict[str, Any]) -> None:
    place = (gold["dateline"] or {}).get("place")
    assert place is None or any(place in entry["mentions"] for entry in gold["places"])


@EACH_STORY
def test_quotes_stand_in_the_text_and_have_a_known_speaker(gold: dict[str, Any]) -> None:
    text = f"{gold['title'] or ''}\n{gold['body']}"
    known = {entity["name"] for group in ("people", "organisations") for entity in gold[group]}
    for quote in gold["quotes"]:
        assert quote["text"] in text or quote["text"] in REOPENED.sub("\n\n", text), quote["text"]
        assert quote["speaker"] in known, quote["speaker"]
        before = text[: text.index(quote["text"].split("\n\n")[0])].rstrip()
        if quote["direct"]:
            assert before[-1] in OPENING_MARKS[gold["language"]], quote["text"]


@EACH_STORY
def test_participants_are_people_of_the_document(gold: dict[str, Any]) -> None:
    people = {person["name"] for person in gold["people"]}
    for event in gold["events"]:
        assert set(event["participants"]) <= people, event["name"]


@EACH_STORY
def test_instruments_are_worded_as_in_the_text(gold: dict[str, Any]) -> None:
    for instrument in gold["instruments"]:
        assert instrument["name"].casefold() in f"{gold['title']}\n{gold['body']}".casefold(), instrument["name"]


def test_one_name_is_one_person_in_all_documents() -> None:
    spellings: dict[str, set[str]] = {}
    for gold in STORIES:
        for person in gold["people"]:
            for surface in person["mentions"]:
                if " " in surface:
                    spellings.setdefault(surface, set()).add(person["name"])
    assert {surface: names for surface, names in spellings.items() if len(names) > 1} == {}


def test_copies_and_groups_point_at_documents_of_the_folder() -> None:
    files = {gold["file"] for gold in ALL}
    groups: dict[str, int] = {}
    for gold in ALL:
        assert gold["duplicate_of"] is None or gold["duplicate_of"] in files - {gold["file"]}
        if gold["event_group"]:
            groups[gold["event_group"]] = groups.get(gold["event_group"], 0) + 1
    assert all(count > 1 for count in groups.values())


def test_documents_of_a_group_tell_of_one_day() -> None:
    """A group of two sets under one label would ask for joins of what is not one event."""
    days: dict[str, list[set[str]]] = {}
    for gold in ALL:
        if gold["event_group"]:
            told = {event["start_date"] for event in gold["events"] if event["start_date"]}
            days.setdefault(gold["event_group"], []).append(told)
    assert {group: told for group, told in days.items() if not set.intersection(*told)} == {}
