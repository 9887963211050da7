"""Near-duplicate clusters."""

from expectations import common as c
from expectations.engine import ExpectationSuite

SUITE = ExpectationSuite(
    name="duplicate_identity",
    expectations=[
        c.columns("document_key", "canonical_document_key", "because"),
        c.document_key(),
        c.unique("document_key", notes="A document in two clusters: independent reports cannot be counted."),
        c.at_least("canonical_document_key", 1, "Each cluster has an earliest document."),
    ],
)
