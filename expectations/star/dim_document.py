"""Documents."""

from dateline.records import DateBasis, Format
from expectations import common as c
from expectations.engine import ExpectationSuite, gxe

SUITE = ExpectationSuite(
    name="dim_document",
    expectations=[
        c.columns("document_key", "uri", "content_sha256", "published_date", "canonical_document_key", "body_words"),
        c.unique("document_key", notes="A document twice: all its facts are counted double."),
        c.unique("uri", notes="One address under two keys: identity is no longer where a document was found."),
        c.one_of("format", Format),
        c.one_of("published_date_basis", DateBasis),
        c.in_calendar("published_date"),
        c.present("canonical_document_key", "Independent reports cannot be counted."),
        c.at_least("body_words", 0, "A count below zero."),
        gxe.ExpectColumnValuesToBeInSet(
            column="is_story",
            value_set=[True],
            mostly=0.3,
            severity="warning",
            notes="Most of a crawl is stories; far fewer means that a site's layout changed and its bodies are lost.",
        ),
    ],
)
