"""Who a document's person is across documents."""

from expectations import common as c
from expectations.engine import ExpectationSuite

SUITE = ExpectationSuite(
    name="person_identity",
    expectations=[
        c.columns("document_key", "person", "person_key", "because"),
        c.document_key(),
        c.unique("document_key", "person", notes="A document's person is two people of the warehouse."),
        c.at_least("person_key", 1, "Resolution must give each named person a key."),
        c.not_blank("because", "A join without evidence cannot be reviewed.", severity="warning"),
    ],
)
