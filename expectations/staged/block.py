"""Blocks of raw documents, kept or dropped."""

from expectations import common as c
from expectations.engine import ExpectationSuite, gxe

SUITE = ExpectationSuite(
    name="block",
    expectations=[
        c.columns("document_key", "block", "raw_start", "raw_end", "is_kept", "reason", "rule", "language"),
        c.document_key(),
        c.unique("document_key", "block", notes="Two blocks of one number: no line can be explained unambiguously."),
        c.at_least("raw_start", 0, "A block that starts before its document."),
        gxe.ExpectColumnPairValuesAToBeGreaterThanB(
            column_A="raw_end", column_B="raw_start", severity="critical", notes="An empty or reversed block."
        ),
        c.present("is_kept", "Whether the line is in or out is what the table is for."),
        c.not_blank("reason", "A line was dropped or kept without saying why.", severity="warning"),
        c.not_blank("rule", "A line was dropped or kept by a rule that does not give its name.", severity="warning"),
        gxe.ExpectColumnValuesToMatchRegex(
            column="language",
            regex="^[a-z]{2,3}$",
            severity="warning",
            notes="Not an ISO 639 code: whoever asks for the lines of one language would miss the line.",
        ),
    ],
)
