"""People at events."""

from dateline.records import Role
from expectations import common as c
from expectations.engine import ExpectationSuite

SUITE = ExpectationSuite(
    name="participation",
    expectations=[
        c.columns("document_key", "event", "person", "office_key", "country_code", "role"),
        c.document_key(),
        c.at_least("event", 0, "Local numbers count from zero."),
        c.at_least("person", 0, "Local numbers count from zero."),
        c.one_of("role", Role),
        c.country_code(),
        c.unique(
            *("document_key", "event", "person"),
            notes="One person twice at one event: pairs in who_met_whom are counted double.",
            severity="warning",
        ),
    ],
)
