"""Agencies and outlets."""

from dateline.records import SourceKind
from expectations import common as c
from expectations.engine import ExpectationSuite

SUITE = ExpectationSuite(
    name="dim_source",
    expectations=[
        c.columns("source_key", "name", "kind", "country_code", "domain"),
        c.unique("source_key", notes="A source twice: documents by agency are doubled."),
        c.one_of("kind", SourceKind),
        c.country_code(),
        c.unique("name", notes="One agency under two keys: reports by agency are split.", severity="warning"),
    ],
)
