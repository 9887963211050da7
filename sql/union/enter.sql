-- meta.document_version: imported documents that are staged now, first seen when the other warehouse saw them.
-- key: uri, version    reads: meta.document_version, stage.document, stage.version, incoming    params: $run_id
INSERT INTO meta.document_version BY NAME
SELECT
    incoming.uri,
    coalesce(present.version, 0) + 1 AS version,
    incoming.content_sha256,
    incoming.extractor_version,
    'loaded' AS state,
    $run_id AS run_id,
    incoming.seen_at
FROM incoming
SEMI JOIN (
    SELECT document.uri, document.content_sha256, version.extractor_version
    FROM stage.document
    INNER JOIN stage.version USING (document_key)
) AS staged USING (uri, content_sha256, extractor_version)
LEFT JOIN (
    SELECT *
    FROM meta.document_version
    QUALIFY row_number() OVER (PARTITION BY uri ORDER BY version DESC) = 1
) AS present USING (uri)
WHERE
    (incoming.content_sha256, incoming.extractor_version, 'loaded')
    IS DISTINCT FROM (present.content_sha256, present.extractor_version, present.state);
