"""Learns the profiles of outlets from their stories.

A line is furniture of an outlet when it recurs in different stories that it has nothing to do with. Four things recur
and are no furniture: the sentences of a wire story that runs several times, so copies count once; the sentences of a
story that grows through a day, so days count too; paragraphs of background, which share their words with the stories
that they explain; and phrases of protocol, which stand in few of the stories. What is learnt depends on the set of
stories alone, not on their order.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from heapq import nsmallest
from itertools import takewhile
from typing import Final

from dateline import ids
from dateline.clean.blocks import content_words
from dateline.clean.dateline import find_dateline
from dateline.clean.near_duplicates import Candidate, find_duplicates
from dateline.clean.page import Page
from dateline.clean.profile import OutletProfile, Profiles, RecurringLine, fold_line
from dateline.records import Cleaned

LEAST_STORIES: Final = 5
"""Different stories in which a line must stand."""
LEAST_DAYS: Final = 3
"""Different days of publication among them; each story without a day counts as one of its own."""
LEAST_SHARE_AT_EDGE: Final = 0.2
LEAST_SHARE_INSIDE: Final = 0.3
"""Share of the outlet's stories in which it must stand, above or below all that is the story's own, or between it:
phrases of protocol recur, too, but in few stories each, and in the middle of them."""
MOST_STORIES: Final = 1000
"""Stories of one outlet that are looked at; of more, those with the smallest keys, as good as drawn by lot."""

_LEAST_WORDS: Final = 3
_MOSTLY: Final = 0.8
_UNRELATED: Final = 0.15
_UNRELATED_IF_EVERYWHERE: Final = 0.4
"""Share of a line's content words that may recur in the rest of the story, for rare lines and for those on each page.
On pages of thirty outlets, a paragraph of the story has 0.29 (median; a quarter have less than 0.19), a notice 0.08."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SeenStory:
    """A story as learning sees it: its lines as cleaning without a profile keeps them, headline and dateline apart."""

    outlet: str
    uri: str
    title: str
    day: date | None
    lines: Sequence[str]
    lead: str
    """The paragraph that opens with the dateline, which stands above `lines`; empty where there is none."""

    @property
    def key(self) -> int:
        """Key of the document."""
        return ids.document_key(self.uri)


def seen_story(outlet: str, page: Page, cleaned: Cleaned) -> SeenStory | None:
    """Return what learning needs of a page that was cleaned without a profile; `None` where it is no story."""
    if not cleaned.document.is_story:
        return None
    kept = [at for at, look in enumerate(page.looks) if not look.reason and at != page.heading.title]
    return SeenStory(
        outlet=outlet,
        uri=cleaned.document.uri,
        title=cleaned.document.title or "",
        day=cleaned.document.published_date,
        lines=tuple(page.looks[at].text for at in kept if at != page.dateline_at),
        lead=page.looks[page.dateline_at].text if page.dateline_at is not None else "",
    )


def learn_profiles(stories: Iterable[SeenStory], *, least_stories: int = LEAST_STORIES) -> Profiles:
    """Return the profile of each outlet that has recurring lines.

    Args:
        stories: Stories of any outlets in any order, each document once.
        least_stories: Different stories in which a line must stand.
    """
    by_outlet: dict[str, list[SeenStory]] = defaultdict(list)
    for story in stories:
        held = by_outlet[story.outlet]
        held.append(story)
        if len(held) >= 2 * MOST_STORIES:  # bounds the memory of an outlet, however many stories come
            by_outlet[story.outlet] = _drawn(held)
    profiles = (_learn(outlet, _drawn(by_outlet[outlet]), least_stories) for outlet in sorted(by_outlet))
    return Profiles(outlets={profile.outlet: profile for profile in profiles if profile.lines})


def _drawn(stories: Iterable[SeenStory]) -> list[SeenStory]:
    return nsmallest(MOST_STORIES, stories, key=lambda story: (story.key, story.uri))


def _learn(outlet: str, stories: Sequence[SeenStory], least_stories: int) -> OutletProfile:
    recurring = {text: at for text, at in _places(stories).items() if len(at) >= least_stories}
    left = [_without(story, recurring) for story in stories]
    told = _told(stories, left)
    words = [content_words(f"{story.title} {text}") for story, text in zip(stories, left, strict=True)]
    edges = [_edges(story, recurring) for story in stories]
    total = len({*told.values()})
    lines = []
    for text, places in sorted(recurring.items()):
        at = [n for n in places if n in told]
        different = len({told[n] for n in at})
        days = len({stories[n].day or stories[n].uri for n in at})
        if different < least_stories or days < min(LEAST_DAYS, least_stories):
            continue
        is_at_edge = sum(text in edges[n] for n in at) >= _MOSTLY * len(at)
        if different < (LEAST_SHARE_AT_EDGE if is_at_edge else LEAST_SHARE_INSIDE) * total:
            continue
        limit = _UNRELATED + (_UNRELATED_IF_EVERYWHERE - _UNRELATED) * different / total
        if _relatedness(text, [words[n] for n in at]) <= limit:
            example = min(line for n in at for line in stories[n].lines if fold_line(line) == text)
            lines.append(RecurringLine(text=text, example=example, stories=different, days=days))
    return OutletProfile(outlet=outlet, stories=total, lines=tuple(lines))


def _edges(story: SeenStory, recurring: Mapping[str, object]) -> set[str]:
    """Return the lines above or below all that is the story's own."""
    folded = [fold_line(line) for line in story.lines]
    above = [] if story.lead else takewhile(recurring.__contains__, folded)
    return {*above, *takewhile(recurring.__contains__, reversed(folded))}


def _without(story: SeenStory, recurring: Mapping[str, object]) -> str:
    """Return what is a story's own: its lead, and the lines that stand in few others."""
    return "\n\n".join([story.lead, *(line for line in story.lines if fold_line(line) not in recurring)])


def _places(stories: Sequence[SeenStory]) -> Mapping[str, list[int]]:
    """Return the numbers of the stories in which each line stands; a headline or lead of any story is no such line."""
    places: dict[str, list[int]] = defaultdict(list)
    for number, story in enumerate(stories):
        for text in {fold_line(line) for line in story.lines}:
            places[text].append(number)
    for story in stories:
        for line in (story.title, story.lead):
            places.pop(fold_line(line), None)
    return {text: at for text, at in places.items() if _may_recur(text)}


def _may_recur(text: str) -> bool:
    return sum(word.isalpha() for word in text.split()) >= _LEAST_WORDS and find_dateline(text) is None


def _told(stories: Sequence[SeenStory], left: Sequence[str]) -> dict[int, object]:
    """Return, by number, which story each document tells; one of which nothing is left is a copy, and tells none.

    Copies are told by what is left without the recurring lines; one headline on one day is one story as well.
    """
    bodies = [
        Candidate(document_key=story.key, uri=story.uri, published_date=story.day, body=text)
        for story, text in zip(stories, left, strict=True)
    ]
    original = {one.document_key: one.canonical_document_key for one in find_duplicates(bodies)}
    headlines: dict[tuple[str, date], object] = {}
    told: dict[int, object] = {}
    for number in sorted(range(len(stories)), key=lambda number: stories[number].uri):
        story = stories[number]
        if not left[number].strip():
            continue
        told[number] = original[story.key]
        if story.title and story.day:  # without a day, one headline on all pages is the name of the site
            told[number] = headlines.setdefault((fold_line(story.title), story.day), told[number])
    return told


def _relatedness(text: str, stories: Sequence[set[str]]) -> float:
    """Return the share of the line's content words that recur in a story it stands in, on average."""
    words = content_words(text)
    return sum(len(words & story) / len(words) for story in stories) / len(stories) if words else 0.0
