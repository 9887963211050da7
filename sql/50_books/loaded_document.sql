-- meta.loaded_document: what the star now holds, for the next load to compare with the stage.
-- key: document_key    reads: staged_fingerprint, stale_document, fresh_document    params: none
-- meta.document_version: loaded documents get a version of theirs, and so do those that left, unless the run has said why.
-- All that are staged are looked at: one that a dead run took out and a later one put back has rows that are not fresh.
-- key: uri, version    reads: stage.document, stage.version    params: $run_id, $loaded_at
INSERT INTO meta.document_version BY NAME
WITH present AS (
    SELECT *
    FROM meta.document_version
    QUALIFY row_number() OVER (PARTITION BY uri ORDER BY version DESC) = 1
)

SELECT
    document.uri,
    coalesce(present.version, 0) + 1 AS version,
    document.content_sha256,
    version.extractor_version,
    'loaded' AS state,
    $run_id AS run_id,
    $loaded_at AS seen_at
FROM stage.document
INNER JOIN stage.version USING (document_key)
LEFT JOIN present USING (uri)
WHERE
    (document.content_sha256, version.extractor_version, 'loaded')
    IS DISTINCT FROM (present.content_sha256, present.extractor_version, present.state)
UNION ALL BY NAME
SELECT
    present.uri,
    present.version + 1 AS version,
    present.content_sha256,
    present.extractor_version,
    'withdrawn' AS state,
    $run_id AS run_id,
    $loaded_at AS seen_at
FROM present
INNER JOIN meta.loaded_document USING (uri)
ANTI JOIN staged_fingerprint USING (document_key)
WHERE present.state = 'loaded';

DELETE FROM meta.loaded_document WHERE document_key IN (SELECT document_key FROM stale_document);

INSERT INTO meta.loaded_document BY NAME
SELECT document_key, uri, text_fingerprint, fact_fingerprint
FROM staged_fingerprint
SEMI JOIN fresh_document USING (document_key);
