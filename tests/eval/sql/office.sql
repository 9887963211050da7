-- One row an office of a person as one document states it.
SELECT DISTINCT
    fact.document_key,
    fact.person_key,
    person.name AS person,
    office.title,
    office.country_code AS country,
    [name FOR name IN [body.name, body.acronym, parent.name] IF name IS NOT NULL] AS bodies,
    fact.status
FROM fact_office AS fact
INNER JOIN dim_person AS person USING (person_key)
INNER JOIN dim_office AS office USING (office_key)
LEFT JOIN dim_organization AS body ON office.organization_key = body.organization_key AND body.organization_key <> 0
LEFT JOIN dim_organization AS parent
    ON body.parent_organization_key = parent.organization_key AND parent.organization_key <> 0
WHERE fact.person_key <> 0 AND fact.office_key <> 0
ORDER BY ALL;
