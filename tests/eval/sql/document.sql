-- One row a document: what its frame says and its body.
SELECT
    document.document_key,
    parse_filename(document.uri) AS file,
    document.language,
    document.is_story,
    document.title,
    document.published_date,
    document.published_date_basis,
    agency.name AS agency,
    place.name AS dateline_place,
    document.canonical_document_key,
    text.body
FROM dim_document AS document
INNER JOIN document_text AS text USING (document_key)
LEFT JOIN dim_source AS agency ON document.agency_source_key = agency.source_key AND agency.source_key <> 0
LEFT JOIN dim_place AS place ON document.dateline_place_key = place.place_key AND place.place_key <> 0
WHERE document.document_key <> 0
ORDER BY file;
