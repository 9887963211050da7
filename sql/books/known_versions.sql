-- What holds at each URI: its last version.
-- key: uri    reads: meta.document_version    params: none
SELECT uri, content_sha256, extractor_version, state
FROM meta.document_version
QUALIFY row_number() OVER (PARTITION BY uri ORDER BY version DESC) = 1
ORDER BY uri;
