"""Writes a brief as one page of HTML: no script, no request, nothing outside of it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby
from typing import Final

from dateline.brief import figures, world
from dateline.brief.rows import Brief, TopicMonth
from dateline.brief.words import when
from dateline.pages.template import template
from dateline.quality.drift import signs

_CENTRE: Final = (260.0, 180.0)
_RADIUS: Final = 122.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Topic:
    """A topic and its stories month by month, oldest first."""

    name: str
    in_all: int
    tonight: int
    months: Sequence[date]
    stories: Sequence[int]


def render(brief: Brief) -> str:
    """Return the page."""
    return template("dateline.brief", when).render(
        brief=brief,
        edition=brief.edition,
        held=[meeting for meeting in brief.meetings if not meeting.is_planned],
        announced=[meeting for meeting in brief.meetings if meeting.is_planned],
        timeline=figures.timeline(brief.calendar, brief.edition.latest_news),
        circle=figures.circle(brief.countries, centre=_CENTRE, radius=_RADIUS),
        map=world.map_of(brief.places),
        topics=_topics(brief.topics),
        sources=sorted(
            ((source, signs(source.odd, is_silent=not source.documents)) for source in brief.sources),
            key=lambda told: not told[1],
        ),
        checks=sum(table.checks for table in brief.checks),
        failed=sum(table.failed for table in brief.checks),
        warned=sum(table.warned for table in brief.checks),
        waiting=sum(reason.records for reason in brief.set_aside),
    )


def _topics(rows: Sequence[TopicMonth]) -> list[Topic]:
    topics = []
    for name, months in groupby(rows, key=lambda row: row.topic):
        held = list(months)
        topics.append(
            Topic(
                name=name,
                in_all=held[0].in_all,
                tonight=held[0].tonight,
                months=[row.month for row in held],
                stories=[row.stories for row in held],
            )
        )
    return topics
