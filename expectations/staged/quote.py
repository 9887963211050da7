"""Attributed utterances."""

from dateline.records import QuoteKind
from expectations import common as c
from expectations.engine import ExpectationSuite, gxe

SUITE = ExpectationSuite(
    name="quote",
    expectations=[
        c.columns("document_key", "speaker_person", "kind", "text", "start_char", "end_char", "raw_start"),
        c.document_key(),
        *c.spans(),
        c.one_of("kind", QuoteKind),
        c.not_blank("text", "A quote of nothing: a pair of quotation marks with white space between."),
        c.unique(
            "document_key", "start_char", "end_char", notes="The same utterance twice: quotes are counted double."
        ),
        gxe.ExpectColumnValuesToNotBeNull(
            column="speaker_surface",
            mostly=0.6,
            severity="warning",
            notes="Most printed quotes name their speaker; far fewer means that a reporting verb or form is not known.",
        ),
        c.warn_length("text", 3000, "Pages long: a closing quotation mark was missed.", mostly=0.99),
    ],
)
