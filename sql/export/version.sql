-- What an import compares documents by: their content, what read it, and when it was first seen (UTC).
-- key: document_key    reads: exported_document, stage.document, stage.version    params: none
SELECT
    document.document_key,
    document.uri,
    document.content_sha256,
    version.extractor_version,
    exported_document.seen_at,
    length(document.raw) + length(document.body) AS characters
FROM stage.document
INNER JOIN stage.version USING (document_key)
INNER JOIN exported_document USING (document_key);
