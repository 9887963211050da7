"""One row a document."""

from expectations import common as c
from expectations.engine import ExpectationSuite

SUITE = ExpectationSuite(
    name="fact_publication",
    expectations=[
        c.columns("document_key", "date_key", "source_key", "place_key", "words", "mentions", "quotes"),
        c.unique("document_key", notes="A document published twice."),
        *(
            c.present(column, "A fact's foreign key is never empty: unknown is key 0.")
            for column in ("document_key", "date_key", "source_key", "place_key")
        ),
        c.at_least("words", 0, "A count below zero."),
    ],
)
