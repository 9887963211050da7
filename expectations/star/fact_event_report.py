"""Documents' reports of events."""

from expectations import common as c
from expectations.engine import ExpectationSuite

SUITE = ExpectationSuite(
    name="fact_event_report",
    expectations=[
        c.columns(
            "document_key", "event_key", "is_main", "start_char", "end_char", "raw_start", "raw_end", "told_start_date"
        ),
        *c.spans(),
        c.at_least("event_key", 1, "A report of no event."),
        c.present("is_main", "Whether the document is about the event or only mentions it."),
    ],
)
