-- Stories without a day of publication, and the days that they might be of.
-- key: document_key    reads: dim_document, dim_source    params: none
SELECT
    document.uri,
    document.title,
    agency.name AS agency,
    document.published_date_candidates,
    document.document_key
FROM dim_document AS document
LEFT JOIN dim_source AS agency ON document.agency_source_key = agency.source_key AND agency.source_key <> 0
WHERE document.is_story AND document.published_date IS NULL AND document.document_key <> 0
ORDER BY document.uri;
