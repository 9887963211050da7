"""Mentions."""

from dateline.records import EntityType
from expectations import common as c
from expectations.engine import ExpectationSuite

SUITE = ExpectationSuite(
    name="fact_mention",
    expectations=[
        c.columns(
            "mention_key", "document_key", "date_key", "source_key", "start_char", "end_char", "raw_start", "raw_end"
        ),
        c.unique("mention_key", notes="A fact twice: a load ran over its own rows."),
        *c.spans(),
        *(
            c.present(column, "A fact's foreign key is never empty: unknown is key 0.")
            for column in (
                "document_key",
                "date_key",
                "source_key",
                "organization_key",
                "place_key",
                "person_key",
                "event_key",
                "instrument_key",
            )
        ),
        c.one_of("entity_type", EntityType),
    ],
)
