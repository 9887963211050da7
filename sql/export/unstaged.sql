-- How many documents that are to be exported are staged in another version than the published one, or not at all.
-- key: none    reads: star.dim_document, exported_document, stage.document, stage.version    params: none
SELECT count(*) AS documents
FROM star.dim_document
SEMI JOIN exported_document USING (document_key)
ANTI JOIN (
    SELECT document.document_key, document.content_sha256, version.extractor_version
    FROM stage.document
    INNER JOIN stage.version USING (document_key)
) AS staged USING (document_key, content_sha256, extractor_version);
