"""Statements that somebody holds an office."""

from dateline.records import OfficeStatus
from expectations import common as c
from expectations.engine import ExpectationSuite

SUITE = ExpectationSuite(
    name="fact_office",
    expectations=[
        c.columns("document_key", "person_key", "office_key", "status", "start_char", "end_char", "raw_start"),
        *c.spans(),
        c.one_of("status", OfficeStatus),
        c.at_least("person_key", 1, "A statement about nobody."),
        c.at_least("office_key", 1, "A statement about no office."),
    ],
)
