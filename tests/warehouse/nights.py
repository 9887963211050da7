"""Nights of sources as the star and the books hold them: numbers in, rows out."""

from dataclasses import dataclass
from datetime import date, timedelta

import duckdb

from dateline import ids

LAST = date(2024, 3, 28)


@dataclass(frozen=True, kw_only=True)
class Came:
    """What a source brought in a night; shares are of its stories, or of their quotes."""

    source: str | None = "UzA"
    documents: int = 40
    kept: float = 0.6
    undated: float = 0.0
    quotes: int = 2
    of_nobody: float = 0.1
    mentions: int = 12


def day(before: int) -> date:
    """The night so many nights before the last."""
    return LAST - timedelta(days=before)


def bring(con: duckdb.DuckDBPyConnection, night: date, *sources: Came, set_aside: int = 0) -> None:
    """Enter a night: documents, all of them stories, with what was found in each."""
    for came in sources:
        _bring(con, night, came)
    con.execute(
        """INSERT INTO meta.document_version
           SELECT $1 || '/broken' || i, 1, 'x', '', 'quarantined', $2, $1::TIMESTAMP FROM range($3) AS t(i)""",
        [str(night), f"run-{night}", set_aside],
    )


def _bring(con: duckdb.DuckDBPyConnection, night: date, came: Came) -> None:
    key = ids.source_key(came.source) if came.source else 0
    uris = f"{night}/{came.source}/"
    first = ids.document_key(uris)
    con.execute(
        """INSERT INTO dim_source SELECT $1, $2, 'agency', NULL, NULL
           WHERE $1 <> 0 AND $1 NOT IN (SELECT source_key FROM dim_source)""",
        [key, came.source or ""],
    )
    con.execute(
        """INSERT INTO meta.document_version
           SELECT $1 || i, 1, 'x', '', 'loaded', $2, $3::TIMESTAMP FROM range($4) AS t(i)""",
        [uris, f"run-{night}", night, came.documents],
    )
    con.execute(
        """INSERT INTO dim_document BY NAME SELECT $1 + i AS document_key, $2 || i AS uri, 'x' AS content_sha256,
             'text' AS format, 'en' AS language, TRUE AS is_story, $3::BIGINT AS agency_source_key,
             0 AS outlet_source_key, if(i < round($4 * $5), NULL, $6::DATE) AS published_date,
             'none' AS published_date_basis, [] AS published_date_candidates, 0 AS dateline_place_key,
             1000 AS raw_chars, round(1000 * $7)::BIGINT AS body_chars, 100 AS body_words,
             FALSE AS is_machine_translated, $1 + i AS canonical_document_key, '' AS extractor_version,
             $6::TIMESTAMP AS loaded_at FROM range($4) AS t(i)""",
        [first, uris, key, came.documents, came.undated, night, came.kept],
    )
    con.execute(
        "INSERT INTO fact_publication SELECT $1 + i, 0, $2, 0, 100, $3, 0, 1000, 600 FROM range($4) AS t(i)",
        [first, key, came.mentions, came.documents],
    )
    quotes = came.documents * came.quotes
    con.execute(
        """INSERT INTO fact_quote BY NAME SELECT i AS quote_key, $1 + i // $2 AS document_key, 0 AS date_key,
             0 AS source_key, if(i < round($3 * $4), 0, 5) AS speaker_person_key, 0 AS speaker_organization_key,
             0 AS speaker_office_key, 0 AS event_key, 'direct' AS kind, 'words' AS text, 1 AS words, 0 AS start_char,
             5 AS end_char, 0 AS raw_start, 5 AS raw_end FROM range($3) AS t(i)""",
        [first, came.quotes or 1, quotes, came.of_nobody],
    )
