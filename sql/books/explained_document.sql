-- One document as it was cleaned, with the names of its sources and of its dateline's place.
-- key: document_key    reads: dim_document, document_text, dim_source, dim_place    params: $uri
SELECT
    document.document_key,
    document.format,
    document.title,
    nullif(agency.name, '') AS agency,
    nullif(outlet.name, '') AS outlet,
    document.published_date,
    document.published_date_basis,
    document.published_date_candidates,
    nullif(place.name, '') AS dateline_place,
    document.language,
    document.is_story,
    document.is_machine_translated,
    document.extractor_version,
    document_text.raw
FROM dim_document AS document
INNER JOIN document_text USING (document_key)
LEFT JOIN dim_source AS agency ON document.agency_source_key = agency.source_key AND agency.source_key <> 0
LEFT JOIN dim_source AS outlet ON document.outlet_source_key = outlet.source_key AND outlet.source_key <> 0
LEFT JOIN dim_place AS place ON document.dateline_place_key = place.place_key AND place.place_key <> 0
WHERE document.uri = $uri AND document.document_key <> 0;
