-- The nights on which documents came in, and the one that is looked at, as temporary tables that other files read.
-- key: arrival: uri, night; edition: one row    reads: meta.document_version, meta.snapshot, dim_document
-- params: $day (NULL: the last night on which anything came in)

-- arrival: a document came in, or came in with another text; the same text read again by newer rules is no arrival.
CREATE OR REPLACE TEMP TABLE arrival AS
SELECT
    uri,
    seen_at::DATE AS night,
    bool_or(text_before IS NULL) AS is_new
FROM (
    SELECT
        uri,
        seen_at,
        content_sha256,
        lag(content_sha256) OVER (PARTITION BY uri ORDER BY version) AS text_before
    FROM meta.document_version
    WHERE state = 'loaded'
)
WHERE text_before IS NULL OR text_before <> content_sha256
GROUP BY uri, night;

-- edition: `day` is the night, `previous` the one before it; `latest_news` is where the clock of the news stands.
CREATE OR REPLACE TEMP TABLE edition AS
SELECT
    chosen.day,
    (SELECT max(arrival.night) FROM arrival WHERE arrival.night < chosen.day) AS previous,
    coalesce(
        (SELECT max(published_date) FROM dim_document WHERE published_date <= chosen.day), chosen.day
    ) AS latest_news
FROM (
    SELECT
        coalesce(
            $day::DATE,
            (SELECT max(night) FROM arrival),
            (SELECT max(published_at)::DATE FROM meta.snapshot),
            DATE '1970-01-01'
        ) AS day
) AS chosen;
