-- exported_document: documents that came in or were published since a day, and those whose copies they are; or all.
-- A document came in when its present content was first seen: one that was read again by newer rules did not.
-- key: document_key    reads: star.dim_document, star.meta.document_version    params: $since (NULL: all)
CREATE OR REPLACE TABLE exported_document AS
WITH dated AS (
    SELECT
        document.document_key,
        document.canonical_document_key,
        coalesce(seen.seen_at, document.loaded_at) AS seen_at,
        $since::DATE IS NULL
        OR coalesce(seen.seen_at, document.loaded_at) >= $since::DATE
        OR document.published_date >= $since::DATE AS is_chosen
    FROM star.dim_document AS document
    LEFT JOIN content_seen('star.meta.document_version') AS seen USING (uri)
    WHERE document.document_key <> 0
)

SELECT document_key, seen_at
FROM dated
WHERE
    is_chosen
    OR document_key IN (SELECT canonical_document_key FROM dated WHERE is_chosen);
