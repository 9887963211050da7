"""Topics of documents."""

from expectations import common as c
from expectations.engine import ExpectationSuite

SUITE = ExpectationSuite(
    name="fact_topic",
    expectations=[
        c.columns("document_key", "topic_key", "hits"),
        c.at_least("topic_key", 1, "A report of no topic."),
        c.at_least("hits", 1, "A topic without a term in the text was guessed."),
    ],
)
