"""Utterances."""

from dateline.records import QuoteKind
from expectations import common as c
from expectations.engine import ExpectationSuite

SUITE = ExpectationSuite(
    name="fact_quote",
    expectations=[
        c.columns(
            "quote_key", "document_key", "date_key", "source_key", "start_char", "end_char", "raw_start", "raw_end"
        ),
        c.unique("quote_key", notes="A fact twice: a load ran over its own rows."),
        *c.spans(),
        *(
            c.present(column, "A fact's foreign key is never empty: unknown is key 0.")
            for column in (
                "document_key",
                "date_key",
                "source_key",
                "speaker_person_key",
                "speaker_organization_key",
                "speaker_office_key",
                "event_key",
            )
        ),
        c.one_of("kind", QuoteKind),
    ],
)
