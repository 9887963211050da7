"""Topics."""

from expectations import common as c
from expectations.engine import ExpectationSuite

SUITE = ExpectationSuite(
    name="dim_topic",
    expectations=[
        c.columns("topic_key", "name", "parent_topic_key"),
        c.unique("topic_key", notes="A topic twice: topic_month is doubled."),
        c.not_blank("name", "A topic without a name."),
    ],
)
