-- fact_office: one row a statement that a person holds an office.
-- key: document_key, person_key, office_key, status, start_char, end_char
-- reads: stage.office, stage.person_identity, dim_document, stale_document, fresh_document    params: none
DELETE FROM fact_office WHERE document_key IN (SELECT document_key FROM stale_document);

INSERT INTO fact_office BY NAME
SELECT DISTINCT
    document.document_key,
    date_key(document.published_date) AS date_key,
    document.agency_source_key AS source_key,
    coalesce(person_identity.person_key, 0) AS person_key,
    office.office_key,
    office.status,
    office.start_char,
    office.end_char,
    office.raw_start,
    office.raw_end
FROM stage.office
SEMI JOIN fresh_document USING (document_key)
INNER JOIN dim_document AS document USING (document_key)
LEFT JOIN stage.person_identity USING (document_key, person);
