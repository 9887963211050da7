"""Topics: whole words, inflected Russian, the longest term, and a lexicon that is well-formed."""

import pytest

from dateline.extract.topics import find_topics
from dateline.lexicon.topics import topics


def hits(text: str) -> dict[str, int]:
    return {topic.name: topic.hits for topic in find_topics(text)}


@pytest.mark.parametrize(
    ("text", "name", "count"),
    [
        ("combating terrorism and terrorist groups", "terrorism", 2),
        ("anti-terrorist drills", "terrorism", 1),
        ("the fight against unmanned aerial vehicles", "unmanned aircraft", 1),
        ("two UAVs and a drone", "unmanned aircraft", 2),
        ("biological safety", "biological safety", 1),
        ("Drug Trafficking", "drug trafficking", 1),
        ("border guards of the state border", "border security", 2),
        ("the situation in Afghanistan", "Afghanistan settlement", 1),
        ("military doctors gathered", "military medicine", 1),
        ("борьба с терроризмом", "terrorism", 1),
        ("беспилотных аппаратов", "unmanned aircraft", 1),
        ("миротворческие силы", "peacekeeping", 1),
        ("незаконный оборот наркотиков", "drug trafficking", 1),
    ],
)
def test_terms_are_found_and_counted(text: str, name: str, count: int) -> None:
    assert hits(text)[name] == count


@pytest.mark.parametrize("text", ["a quad bike", "the deuteranope", "he uaved", "terror", "weather forecast"])
def test_parts_of_words_and_other_case_are_no_terms(text: str) -> None:
    assert hits(text) == {}


def test_the_longest_term_counts_once() -> None:
    assert hits("joint military training of cadets") == {"military training": 2}


def test_topics_come_by_hits() -> None:
    assert [topic.name for topic in find_topics("drones, drones, terrorism")] == ["unmanned aircraft", "terrorism"]


def test_parents_are_topics_and_terms_belong_to_one_topic() -> None:
    names = [topic.name for topic in topics()]
    assert len(names) == len(set(names)) >= 40
    assert {topic.parent for topic in topics()} - {None} <= set(names)
    terms = [term.casefold() for topic in topics() for term in topic.terms]
    doubled = sorted({term for term in terms if terms.count(term) > 1})
    assert doubled == []
