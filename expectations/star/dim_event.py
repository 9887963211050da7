"""Events."""

from dateline.records import DatePrecision, EventType
from expectations import common as c
from expectations.engine import ExpectationSuite

SUITE = ExpectationSuite(
    name="dim_event",
    expectations=[
        c.columns("event_key", "name", "type", "place_key", "start_date", "end_date", "start_date_key", "is_planned"),
        c.unique("event_key", notes="An event twice: meetings are counted double."),
        c.one_of("type", EventType),
        c.one_of("date_precision", DatePrecision),
        c.in_calendar("start_date"),
        c.in_calendar("end_date"),
    ],
)
