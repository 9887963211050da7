"""`python -m bench.busy_day`: what resolution compares when one day brings many reports of events.

Reports of one day are compared where they share a body, a party or a name (`dateline.resolve.event_blocks`). Here
reports are drawn: the bodies that convene and the persons who take part by Zipf's law; seven in ten tell the day, the
others a month or nothing. What is timed is resolution itself; pairs are those of its own blocks.
"""

import argparse
import random
import time
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from rich.console import Console
from rich.table import Table

from dateline.records import EventReport, EventType
from dateline.resolve.event_agreement import PlaceFacts, ReportedEvent
from dateline.resolve.event_blocks import block_keys
from dateline.resolve.event_frames import EventContext
from dateline.resolve.events import decide_events, told_events

_DAY: Final = date(2026, 11, 20)
_TYPES: Final[tuple[EventType, ...]] = ("meeting", "session", "talks", "visit", "exercise", "conference")
_BODIES: Final = 2_000
_PERSONS: Final = 40_000
_PLACES: Final = 300
_TELLS: Final = {"day": 7, "month": 2, "unknown": 1}
_WORDS: Final = ("Border", "Steppe", "Dawn", "Shield", "Falcon", "Ridge", "Bridge", "Granite")


@dataclass(frozen=True, slots=True, kw_only=True)
class BusyDay:
    """What the reports of one day take."""

    reports: int
    events: int
    pairs: int
    seconds: float
    """Of the processor."""

    @property
    def share(self) -> float:
        """Share of all pairs of reports that stand in a block together; a pair counts in each block that it shares."""
        return self.pairs / max(1, self.reports * (self.reports - 1) // 2)


def main() -> None:
    """Measure each size and print a table."""
    arguments = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    arguments.add_argument("--reports", type=int, nargs="+", default=[300, 1_000, 3_000])
    arguments.add_argument("--seed", type=int, default=1)
    given = arguments.parse_args()
    table = Table(title="reports of one day; seconds of the processor")
    for column in ("reports", "events", "pairs in blocks", "of all pairs", "s", "ms a report", "µs a pair"):
        table.add_column(column, justify="right")
    for reports in given.reports:
        day = busy_day(reports, seed=given.seed)
        each, pair = day.seconds / day.reports * 1e3, day.seconds / max(1, day.pairs) * 1e6
        cells = (f"{day.reports:,}", f"{day.events:,}", f"{day.pairs:,}", f"{day.share:.2%}", f"{day.seconds:.1f}")
        table.add_row(*cells, f"{each:.2f}", f"{pair:.1f}")
    Console(width=100).print(table)


def busy_day(reports: int, *, seed: int = 1) -> BusyDay:
    """Draw `reports` reports, one a document, and resolve them.

    Args:
        reports: Reports of the day.
        seed: Same seed, same reports.
    """
    told = _drawn(reports, random.Random(seed))  # noqa: S311 - reports, no secret
    start = time.process_time()
    decided = decide_events(told)
    seconds = time.process_time() - start
    return BusyDay(reports=reports, events=len(decided), pairs=_pairs(told), seconds=seconds)


def _drawn(count: int, dice: random.Random) -> list[ReportedEvent]:
    bodies, persons = _ranks(dice, _BODIES, count), iter(_ranks(dice, _PERSONS, 3 * count))
    tells = dice.choices(list(_TELLS), list(_TELLS.values()), k=count)
    reports, participants = [], {}
    for number, (body, tell) in enumerate(zip(bodies, tells, strict=True), start=1):
        convened = dice.random() < 2 / 3
        participants[number, 1] = frozenset(next(persons) + 1 for _ in range(dice.randrange(4)))
        reports.append(_report(number, body + 1 if convened else 0, tell, dice))
    context = EventContext(
        participants=participants,
        published=dict.fromkeys(range(1, count + 1), _DAY),
        places={key: PlaceFacts(f"C{key % 60}", "city", f"City {key}") for key in range(1, _PLACES + 1)},
    )
    return told_events(reports, context)


def _report(number: int, body: int, tell: str, dice: random.Random) -> EventReport:
    kind = dice.choice(_TYPES)
    name = f"{dice.choice(_WORDS)} {dice.choice(_WORDS)} {dice.randrange(2026, 2030)} {kind}"
    first = {"day": _DAY, "month": _DAY.replace(day=1), "unknown": None}[tell]
    return EventReport(
        document_key=number,
        event=1,
        name=name,
        type=kind,
        organization_key=body,
        place_key=1 + (body + dice.randrange(3)) % _PLACES,
        start_date=first,
        end_date=None,
        date_precision="day" if tell == "day" else "month" if tell == "month" else "unknown",
        ordinal=None,
        is_planned=False,
        is_main=True,
        start_char=0,
        end_char=len(name),
        raw_start=0,
        raw_end=len(name),
    )


def _ranks(dice: random.Random, size: int, count: int) -> list[int]:
    """Draw ranks by Zipf's law."""
    return dice.choices(range(size), [1 / rank for rank in range(1, size + 1)], k=count)


def _pairs(told: Sequence[ReportedEvent]) -> int:
    held = Counter(key for event in told for key in set(block_keys(event)))
    return sum(count * (count - 1) // 2 for count in held.values())


if __name__ == "__main__":
    main()
