"""How much the warehouse holds a story, as a frame of one row: what tells a broken extractor from a quiet night."""

from collections.abc import Mapping
from typing import Final

import polars as pl

ENOUGH_STORIES: Final = 20
"""Stories below which a share says nothing: a short night may hold no quote without anything being broken."""

_COUNTED: Final = {
    "mentions_per_story": "fact_mention",
    "people_per_story": "dim_person",
    "quotes_per_story": "fact_quote",
    "events_per_story": "fact_event_report",
}


def volume(documents: pl.DataFrame, rows: Mapping[str, int]) -> pl.DataFrame:
    """Return the one row of the table `volume`.

    Args:
        documents: `dim_document`, of which `is_story` and `published_date` are read.
        rows: Rows by table of the star.
    """
    stories = documents.filter(pl.col("is_story"))
    enough = stories.height >= ENOUGH_STORIES
    measures = {name: rows[table] / stories.height if enough else None for name, table in _COUNTED.items()}
    dated = stories["published_date"].is_not_null().mean() if enough else None
    return pl.DataFrame(
        {"documents": [documents.height], "stories": [stories.height], "dated_share": [dated]}
        | {name: [value] for name, value in measures.items()},
        schema_overrides=dict.fromkeys([*_COUNTED, "dated_share"], pl.Float64()),
    )
