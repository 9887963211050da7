-- Documents that tell the same words of the same speaker.
-- key: uri    reads: fact_quote, dim_document, dim_source    params: $key
SELECT DISTINCT dim_document.uri, dim_document.published_date, dim_source.name AS agency
FROM fact_quote AS asked
INNER JOIN fact_quote AS other
    ON
        lower(asked.text) = lower(other.text)
        AND asked.speaker_person_key = other.speaker_person_key
        AND asked.speaker_organization_key = other.speaker_organization_key
INNER JOIN dim_document ON other.document_key = dim_document.document_key
INNER JOIN dim_source ON other.source_key = dim_source.source_key
WHERE asked.quote_key = $key
ORDER BY dim_document.published_date NULLS LAST, dim_document.uri;
