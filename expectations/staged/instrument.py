"""Instruments that documents name."""

from dateline.records import InstrumentKind, InstrumentStatus
from expectations import common as c
from expectations.engine import ExpectationSuite

SUITE = ExpectationSuite(
    name="instrument",
    expectations=[
        c.columns("document_key", "instrument_key", "name", "kind", "status", "start_char", "end_char", "raw_start"),
        c.document_key(),
        *c.spans(),
        c.at_least("instrument_key", 1, "Key 0 is the unknown instrument and is never staged."),
        c.not_blank("name", "An instrument without a name."),
        c.one_of("kind", InstrumentKind),
        c.one_of("status", InstrumentStatus),
        c.warn_length("name", 240, "Longer than an instrument's name: a sentence was taken for one."),
    ],
)
