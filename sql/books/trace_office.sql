-- Each statement that somebody holds an office, and where it stands.
-- key: document_key, person_key    reads: fact_office, dim_*    params: $key
SELECT
    dim_person.name || ' – ' || concat_ws(
        ', ', dim_office.title, nullif(dim_organization.name, 'unknown'), dim_office.country_code
    ) || ' (' || fact.status || ')' AS says,
    fact.document_key,
    fact.start_char,
    fact.end_char,
    fact.raw_start,
    fact.raw_end
FROM fact_office AS fact
INNER JOIN dim_person USING (person_key)
INNER JOIN dim_office USING (office_key)
LEFT JOIN dim_organization USING (organization_key)
WHERE fact.office_key = $key
ORDER BY fact.document_key, fact.start_char;
