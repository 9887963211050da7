"""Places of datelines."""

from expectations import common as c
from expectations.engine import ExpectationSuite

SUITE = ExpectationSuite(
    name="dateline",
    expectations=[
        c.columns("document_key", "place_key"),
        c.document_key(),
        c.unique("document_key", notes="A document has one dateline; two rows would double it in the star."),
        c.at_least("place_key", 1, "An unknown place has no row here."),
    ],
)
