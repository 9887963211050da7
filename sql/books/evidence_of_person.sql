-- What each document calls a person, in which offices, and the evidence on which it was joined.
-- key: document_key, number    reads: entity_identity, dim_document, fact_office, dim_office, dim_organization
--      params: $person_key
SELECT
    dim_document.uri,
    dim_document.published_date,
    entity_identity.name,
    entity_identity.because,
    (
        SELECT list(DISTINCT concat_ws(', ', dim_office.title, nullif(dim_organization.name, 'unknown')))
        FROM fact_office
        INNER JOIN dim_office USING (office_key)
        LEFT JOIN dim_organization USING (organization_key)
        WHERE fact_office.person_key = $person_key AND fact_office.document_key = entity_identity.document_key
    ) AS offices
FROM entity_identity
INNER JOIN dim_document USING (document_key)
WHERE entity_identity.entity_type = 'person' AND entity_identity.entity_key = $person_key
ORDER BY dim_document.published_date NULLS LAST, dim_document.uri, entity_identity.number;
