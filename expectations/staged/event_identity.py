"""Which event a document's report is about."""

from expectations import common as c
from expectations.engine import ExpectationSuite

SUITE = ExpectationSuite(
    name="event_identity",
    expectations=[
        c.columns("document_key", "event", "event_key", "because"),
        c.document_key(),
        c.unique("document_key", "event", notes="A document's report is about two events of the warehouse."),
        c.at_least("event_key", 1, "Resolution must give each report a key."),
        c.not_blank("because", "A join without evidence cannot be reviewed.", severity="warning"),
    ],
)
