"""Topics of documents."""

from expectations import common as c
from expectations.engine import ExpectationSuite

SUITE = ExpectationSuite(
    name="topic",
    expectations=[
        c.columns("document_key", "topic_key", "name", "parent_name", "hits"),
        c.document_key(),
        c.unique("document_key", "topic_key", notes="One topic stands once in one document, with all its hits."),
        c.at_least("topic_key", 1, "Key 0 is the unknown topic and is never staged."),
        c.not_blank("name", "A topic without a name."),
        c.at_least("hits", 1, "A topic without a term in the text was guessed."),
    ],
)
