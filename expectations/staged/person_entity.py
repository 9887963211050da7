"""People across documents."""

from expectations import common as c
from expectations.engine import ExpectationSuite

SUITE = ExpectationSuite(
    name="person_entity",
    expectations=[
        c.columns("person_key", "name", "family_name", "given_name", "country_code"),
        c.unique("person_key", notes="Two people of one key: their facts are mixed up."),
        c.at_least("person_key", 1, "Key 0 is the unknown person and is never staged."),
        c.not_blank("name", "A person without a name."),
        c.country_code(),
    ],
)
