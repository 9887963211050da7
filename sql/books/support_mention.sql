-- Documents that mention the same entity.
-- key: uri    reads: fact_mention, dim_document, dim_source    params: $key
SELECT DISTINCT dim_document.uri, dim_document.published_date, dim_source.name AS agency
FROM fact_mention AS asked
INNER JOIN fact_mention AS other
    ON
        asked.entity_type = other.entity_type
        AND asked.person_key = other.person_key
        AND asked.organization_key = other.organization_key
        AND asked.place_key = other.place_key
        AND asked.event_key = other.event_key
        AND asked.instrument_key = other.instrument_key
INNER JOIN dim_document ON other.document_key = dim_document.document_key
INNER JOIN dim_source ON other.source_key = dim_source.source_key
WHERE asked.mention_key = $key
ORDER BY dim_document.published_date NULLS LAST, dim_document.uri;
