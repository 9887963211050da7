"""Events across documents."""

from dateline.records import DatePrecision, EventType
from expectations import common as c
from expectations.engine import ExpectationSuite

SUITE = ExpectationSuite(
    name="event_entity",
    expectations=[
        c.columns("event_key", "name", "type", "organization_key", "place_key", "start_date", "end_date"),
        c.unique("event_key", notes="Two events of one key: their reports are mixed up."),
        c.at_least("event_key", 1, "Key 0 is the unknown event and is never staged."),
        c.one_of("type", EventType),
        c.one_of("date_precision", DatePrecision),
        c.in_calendar("start_date"),
        c.in_calendar("end_date"),
    ],
)
