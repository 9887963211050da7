"""Judges a whole warehouse against the golden documents."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations

from tests.eval.facts import judge_facts, judge_no_story
from tests.eval.found import Found, Warehouse
from tests.eval.frame import judge_frame
from tests.eval.gold import Gold
from tests.eval.verdicts import Verdict, answer

_NOTHING = Found(
    document_key=0,
    file="",
    language="",
    is_story=False,
    title=None,
    published_date=None,
    published_date_basis="",
    agency=None,
    dateline_place=None,
    canonical_document_key=0,
    body="",
)


def judge(golds: Sequence[Gold], warehouse: Warehouse) -> Iterator[Verdict]:
    """Judge every document, and then what the warehouse says across documents.

    A document that is missing is judged as an empty one, so that losing it costs all that it holds.
    """
    people: dict[str, dict[int, str]] = {}
    for gold in golds:
        found = warehouse.documents.get(gold.file)
        yield from _presence(gold, found, warehouse.quarantined)
        if not gold.is_story:
            yield from judge_no_story(gold, found or _NOTHING)
            continue
        yield from judge_frame(gold, found or _NOTHING)
        verdicts, people[gold.file] = judge_facts(gold, found or _NOTHING)
        yield from verdicts
    stories = [gold for gold in golds if gold.is_story and gold.file in warehouse.documents]
    yield from _copies(stories, warehouse)
    yield from _people_across(people)
    yield from _events_across(stories, warehouse)


def _presence(gold: Gold, found: Found | None, quarantined: frozenset[str]) -> Iterator[Verdict]:
    set_aside = not gold.is_story and gold.file in quarantined
    yield answer("found", right=found is not None or set_aside, where=gold.file, what="is in no table")
    told = found is not None and found.is_story
    yield answer("is_story", right=told == gold.is_story, where=gold.file, what=f"{told} for {gold.is_story}")


def _copies(stories: Sequence[Gold], warehouse: Warehouse) -> Iterator[Verdict]:
    for one, other in combinations(stories, 2):
        wanted = (one.duplicate_of or one.file) == (other.duplicate_of or other.file)
        keys = {warehouse.documents[gold.file].canonical_document_key for gold in (one, other)}
        yield from _same("near_duplicates", wanted, len(keys) == 1, f"{one.file} and {other.file}", "copies")


def _people_across(people: Mapping[str, Mapping[int, str]]) -> Iterator[Verdict]:
    seen = [(file, key, name) for file, names in people.items() for key, name in names.items()]
    for (file, key, name), (other_file, other_key, other_name) in combinations(seen, 2):
        if file != other_file:
            where = f"{file} and {other_file}"
            yield from _same(
                "people_across_documents", name == other_name, key == other_key, where, f"{name}, {other_name}"
            )


def _events_across(stories: Sequence[Gold], warehouse: Warehouse) -> Iterator[Verdict]:
    """Judge pairs of reports of one event: they share an event's key. Other documents may share older events freely."""
    for one, other in combinations(stories, 2):
        if one.event_group and one.event_group == other.event_group:
            keys = [{event.event_key for event in warehouse.documents[gold.file].events} for gold in (one, other)]
            where = f"{one.file} and {other.file}"
            yield from _same("events_across_documents", True, bool(keys[0] & keys[1]), where, one.event_group)


def _same(row: str, wanted: bool, got: bool, where: str, what: str) -> Iterator[Verdict]:
    if wanted and got:
        yield Verdict(row, "hit", where, what)
    elif wanted:
        yield Verdict(row, "missed", where, what)
    elif got:
        yield Verdict(row, "wrong", where, what)
