-- What the night brought in numbers, and what the warehouse holds in all: one row.
-- key: day    reads: arrival, edition, new_document, new_story, known_event, fact_quote, dim_document, meta.snapshot
-- params: none
SELECT
    edition.day,
    edition.previous,
    edition.latest_news,
    snapshot.snapshot_id,
    snapshot.published_at,
    EXISTS (SELECT 1 FROM arrival WHERE arrival.night > edition.day) AS has_later,
    arrived.documents,
    arrived.changed,
    arrived.not_stories,
    arrived.story_documents,
    arrived.agencies,
    story.new_stories,
    story.known_stories,
    arrived.story_documents - story.new_stories AS folded,
    (SELECT count(*) FROM known_event WHERE is_tonight AND NOT is_planned) AS meetings_held,
    (SELECT count(*) FROM known_event WHERE is_tonight AND is_planned) AS meetings_announced,
    (
        SELECT count(*)
        FROM fact_quote AS quote
        INNER JOIN new_story ON quote.document_key = new_story.document_key
        INNER JOIN new_document ON quote.document_key = new_document.document_key
    ) AS quotes,
    (SELECT count(*) FROM dim_document WHERE document_key <> 0) AS all_documents,
    (
        SELECT count(*)
        FROM dim_document
        WHERE is_story AND document_key <> 0 AND document_key = canonical_document_key
    ) AS all_stories
FROM edition
LEFT JOIN meta.snapshot AS snapshot ON TRUE
CROSS JOIN (
    SELECT
        count(*) AS documents,
        count(*) FILTER (NOT is_new) AS changed,
        count(*) FILTER (NOT is_story) AS not_stories,
        count(*) FILTER (is_story) AS story_documents,
        count(DISTINCT agency_source_key) FILTER (is_story AND agency_source_key <> 0) AS agencies
    FROM new_document
) AS arrived
CROSS JOIN (
    SELECT
        count(*) FILTER (is_new) AS new_stories,
        count(*) FILTER (NOT is_new) AS known_stories
    FROM new_story
) AS story;
