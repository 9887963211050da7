-- meta.document_version: what a run saw at each URI of `incoming`, where it differs from what was seen there last.
-- key: uri, version    reads: meta.document_version, incoming    params: $run_id, $at
INSERT INTO meta.document_version BY NAME
SELECT
    incoming.uri,
    coalesce(present.version, 0) + 1 AS version,
    incoming.content_sha256,
    incoming.extractor_version,
    incoming.state,
    $run_id AS run_id,
    $at AS seen_at
FROM incoming
LEFT JOIN (
    SELECT *
    FROM meta.document_version
    QUALIFY row_number() OVER (PARTITION BY uri ORDER BY version DESC) = 1
) AS present USING (uri)
WHERE
    (incoming.content_sha256, incoming.extractor_version, incoming.state)
    IS DISTINCT FROM (present.content_sha256, present.extractor_version, present.state);
