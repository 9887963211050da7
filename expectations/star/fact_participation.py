"""People at events."""

from dateline.records import Role
from expectations import common as c
from expectations.engine import ExpectationSuite

SUITE = ExpectationSuite(
    name="fact_participation",
    expectations=[
        c.columns("document_key", "event_key", "person_key", "office_key", "country_code", "role"),
        c.at_least("event_key", 1, "Somebody took part in no event."),
        c.at_least("person_key", 1, "Nobody took part in an event."),
        c.one_of("role", Role),
        c.country_code(),
    ],
)
