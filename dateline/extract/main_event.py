"""Which event a story is about: the first that its opening paragraphs name, held before planned."""

from datetime import timedelta
from typing import Final

from dateline.extract.event_grouping import best_time, is_meeting
from dateline.extract.event_sightings import Sighting
from dateline.extract.story import Story

_NEWS_DAYS: Final = 45  # a month stands as its first day


def main_event(story: Story, groups: list[list[Sighting]]) -> list[Sighting] | None:
    """The event that the story is about: the first that the opening paragraphs name, held before planned."""
    first = lead(story)
    reach = story.paragraphs[min(first + 1, len(story.paragraphs) - 1)][1] if story.paragraphs else 0
    opening = [group for group in groups if group[0].span[0] < reach and group[0].type != "visit"] or [
        group for group in groups if group[0].type != "visit" and _is_this(group)
    ]
    opening = [group for group in opening if _is_news(story, group)]
    end = story.paragraphs[first][1] if story.paragraphs else 0
    held = [group for group in opening if not group[0].is_planned and group[0].span[0] < end] or opening
    told = next(iter(held), None)
    if told is not None and told[0].type == "signing":
        # "signed at a meeting": the meeting is what the story is about
        beside = (group for group in held if is_meeting(group[0]) and group[0].window == told[0].window)
        return next(beside, told)
    return told


def lead(story: Story) -> int:
    """Number of the paragraph that opens the story proper: a summary line before it is no sentence."""
    return next((at for at, span in enumerate(story.paragraphs[:2]) if story.body[span[1] - 1] in '.!?"”»)'), 0)


def _is_this(group: list[Sighting]) -> bool:
    """Whether words far from the opening can be of what the story reports: "the talks", or of a body or people."""
    first = group[0]
    return first.is_definite or first.is_encounter or first.organization is not None


def _is_news(story: Story, group: list[Sighting]) -> bool:
    """Whether an event is recent or ahead; a story may open with what it recalls, but is not about it."""
    when, published = best_time(group), story.dossier.document.published_date
    if when is None or published is None or when.precision == "unknown":
        return True
    oldest = published - timedelta(days=_NEWS_DAYS)
    return when.end >= oldest or (when.precision == "year" and when.start.year == published.year)
