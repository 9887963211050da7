-- What holds at each URI: the version in the stage, else the last one in the books. A run that died between the two
-- leaves versions in the stage that the books do not have yet, or has taken rows out of it that they still count.
-- key: uri    reads: meta.document_version, stage.document, stage.version    params: none
SELECT
    uri,
    coalesce(staged.content_sha256, present.content_sha256) AS content_sha256,
    coalesce(staged.extractor_version, present.extractor_version) AS extractor_version,
    if(staged.is_staged, 'loaded', present.state) AS state,
    coalesce(staged.is_staged, false) AS is_staged
FROM (
    SELECT uri, content_sha256, extractor_version, state
    FROM meta.document_version
    QUALIFY row_number() OVER (PARTITION BY uri ORDER BY version DESC) = 1
) AS present
FULL JOIN (
    SELECT document.uri, document.content_sha256, version.extractor_version, true AS is_staged
    FROM stage.document
    INNER JOIN stage.version USING (document_key)
) AS staged USING (uri)
ORDER BY uri;
