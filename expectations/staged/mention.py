"""Mentions of entities."""

from dateline.records import EntityType
from expectations import common as c
from expectations.engine import ExpectationSuite

SUITE = ExpectationSuite(
    name="mention",
    expectations=[
        c.columns("document_key", "entity_type", "surface", "sentence", "start_char", "end_char", "raw_start"),
        c.document_key(),
        *c.spans(),
        c.one_of("entity_type", EntityType),
        c.not_blank("surface", "A mention of nothing: its offsets point at white space."),
        c.at_least("sentence", 0, "Sentences count from zero."),
        c.unique(
            *("document_key", "entity_type", "person", "organization_key", "place_key", "event", "instrument_key"),
            *("start_char", "end_char"),
            notes="The same mention twice: counts of mentions would be too high.",
        ),
        c.warn_length("surface", 200, "Longer than any name: a sentence was taken for a mention."),
    ],
)
