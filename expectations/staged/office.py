"""Statements that somebody holds an office."""

from dateline.records import OfficeStatus
from expectations import common as c
from expectations.engine import ExpectationSuite

SUITE = ExpectationSuite(
    name="office",
    expectations=[
        c.columns("document_key", "person", "office_key", "status", "start_char", "end_char", "raw_start"),
        c.document_key(),
        *c.spans(),
        c.at_least("person", 0, "Nobody holds the office; such an office is no statement about a person."),
        c.at_least("office_key", 1, "The office held is not known."),
        c.one_of("status", OfficeStatus),
    ],
)
