-- Stories of the stage that the index does not hold, so many at most, the earliest days first.
-- key: document_key    reads: stage.document, stage.version, stage.story    params: $most
SELECT
    document.document_key, version.fingerprint::VARCHAR AS fingerprint, document.uri, document.published_date,
    document.agency, document.outlet, document.body
FROM stage.document
INNER JOIN stage.version USING (document_key)
WHERE document.rowid IN (  -- the texts of the others are not read
    SELECT document.rowid
    FROM stage.document
    SEMI JOIN stage.version USING (document_key)
    ANTI JOIN stage.story USING (document_key)
    WHERE document.is_story
    ORDER BY document.published_date, document.document_key
    LIMIT $most
)
ORDER BY document.published_date, document.document_key;
