"""Instruments in documents."""

from dateline.records import InstrumentStatus
from expectations import common as c
from expectations.engine import ExpectationSuite

SUITE = ExpectationSuite(
    name="fact_instrument",
    expectations=[
        c.columns("document_key", "instrument_key", "event_key", "status", "start_char", "end_char", "raw_start"),
        *c.spans(),
        c.at_least("instrument_key", 1, "A report of no instrument."),
        c.one_of("status", InstrumentStatus),
    ],
)
