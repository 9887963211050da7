-- Stories of the stage that the index does not hold, so many at most.
-- key: document_key    reads: stage.document, stage.version, stage.story    params: $most
SELECT
    document.document_key, version.fingerprint::VARCHAR AS fingerprint, document.uri, document.published_date,
    document.agency, document.outlet, document.body
FROM stage.document
INNER JOIN stage.version USING (document_key)
WHERE document.is_story AND document.document_key NOT IN (SELECT document_key FROM stage.story)
ORDER BY document.document_key
LIMIT $most;
