"""Agencies and outlets that documents name.

A source belongs to no document in this table, so nothing here is critical but its key and kind: they come from our
own lexicon, and a failure is a defect of ours.
"""

from dateline.records import SourceKind
from expectations import common as c
from expectations.engine import ExpectationSuite, gxe

SUITE = ExpectationSuite(
    name="source",
    expectations=[
        c.columns("source_key", "name", "kind", "country_code", "domain"),
        c.at_least("source_key", 1, "Key 0 is the unknown source and is never staged.", severity="warning"),
        c.not_blank("name", "A source without a name.", severity="warning"),
        c.one_of("kind", SourceKind, severity="warning"),
        gxe.ExpectColumnValueLengthsToBeBetween(
            column="name",
            max_value=80,
            severity="warning",
            notes="Longer than any agency's name: a sentence was taken for the dateline's agency.",
        ),
    ],
)
