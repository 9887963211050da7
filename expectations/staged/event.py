"""Documents' reports of events."""

from dateline.records import DatePrecision, EventType
from expectations import common as c
from expectations.engine import ExpectationSuite, gxe

SUITE = ExpectationSuite(
    name="event",
    expectations=[
        c.columns("document_key", "event", "name", "type", "start_date", "end_date", "date_precision", "start_char"),
        c.document_key(),
        *c.spans(),
        c.unique("document_key", "event", notes="Local numbers of events must tell them apart."),
        c.not_blank("name", "An event that cannot be called anything."),
        c.one_of("type", EventType),
        c.one_of("date_precision", DatePrecision),
        c.in_calendar("start_date"),
        c.in_calendar("end_date"),
        gxe.ExpectColumnPairValuesAToBeGreaterThanB(
            column_A="end_date",
            column_B="start_date",
            or_equal=True,
            ignore_row_if="either_value_is_missing",
            severity="critical",
            notes="The event ends before it starts: the two dates come from different events.",
        ),
        gxe.ExpectColumnValuesToBeBetween(
            column="ordinal",
            min_value=1,
            max_value=500,
            severity="warning",
            notes="No council has met that often: a year or a resolution's number was taken for the session's.",
        ),
    ],
)
