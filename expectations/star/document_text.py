"""Texts of documents."""

from expectations import common as c
from expectations.engine import ExpectationSuite

SUITE = ExpectationSuite(
    name="document_text",
    expectations=[
        c.columns("document_key", "body", "raw"),
        c.unique("document_key", notes="Two texts of one document: offsets are ambiguous."),
        c.present("body", "A document without even an empty body."),
        c.not_blank("raw", "Nothing to point back to."),
    ],
)
