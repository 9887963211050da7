-- Documents with their texts, and what made their facts.
-- key: document_key    reads: dim_document, dim_source, document_text, meta.document_version    params: $keys
SELECT
    dim_document.document_key,
    dim_document.uri,
    dim_document.title,
    dim_document.published_date,
    dim_source.name AS agency,
    document_text.body,
    document_text.raw,
    dim_document.extractor_version,
    version.run_id,
    version.seen_at
FROM dim_document
INNER JOIN document_text USING (document_key)
INNER JOIN dim_source ON dim_document.agency_source_key = dim_source.source_key
LEFT JOIN (
    SELECT uri, run_id, seen_at
    FROM meta.document_version
    WHERE state = 'loaded'
    QUALIFY row_number() OVER (PARTITION BY uri ORDER BY version DESC) = 1
) AS version ON dim_document.uri = version.uri
WHERE dim_document.document_key IN (SELECT unnest($keys::BIGINT[]));
