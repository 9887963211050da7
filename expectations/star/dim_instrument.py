"""Instruments."""

from dateline.records import InstrumentKind
from expectations import common as c
from expectations.engine import ExpectationSuite

SUITE = ExpectationSuite(
    name="dim_instrument",
    expectations=[
        c.columns("instrument_key", "name", "kind", "organization_key"),
        c.unique("instrument_key", notes="An instrument twice: its mentions are counted double."),
        c.one_of("kind", InstrumentKind),
    ],
)
