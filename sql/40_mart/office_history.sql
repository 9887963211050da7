-- office_history: One row a person and office: when the person was seen in it, and in which documents.
-- key: person_key, office_key
-- reads: fact_office, dim_document, dim_person, dim_office, dim_organization    params: none
CREATE OR REPLACE VIEW office_history AS
SELECT
    fact.person_key,
    person.name AS person,
    fact.office_key,
    office.title AS office,
    organization.name AS organization,
    office.country_code,
    min(document.published_date) FILTER (fact.status <> 'former') AS first_seen,
    max(document.published_date) FILTER (fact.status <> 'former') AS last_seen,
    min(document.published_date) FILTER (fact.status = 'former') AS first_seen_former,
    coalesce(
        max({'day': document.published_date, 'status': fact.status}) FILTER (document.published_date IS NOT NULL),
        max({'day': document.published_date, 'status': fact.status})
    ).status AS latest_status,
    count(DISTINCT fact.document_key) AS documents,
    count(DISTINCT document.canonical_document_key) AS stories,
    list_sort(list_distinct(list(document.uri))) AS uris
FROM fact_office AS fact
INNER JOIN dim_document AS document USING (document_key)
INNER JOIN dim_person AS person USING (person_key)
INNER JOIN dim_office AS office USING (office_key)
LEFT JOIN dim_organization AS organization
    ON office.organization_key = organization.organization_key AND organization.organization_key <> 0
WHERE fact.person_key <> 0 AND fact.office_key <> 0
GROUP BY
    fact.person_key,
    person.name,
    fact.office_key,
    office.title,
    organization.name,
    office.country_code;

COMMENT ON VIEW office_history IS 'One row a person and office: when the person was seen in it, and in which documents.';
COMMENT ON COLUMN office_history.person_key IS 'The person.';
COMMENT ON COLUMN office_history.person IS 'Name.';
COMMENT ON COLUMN office_history.office_key IS 'The office.';
COMMENT ON COLUMN office_history.office IS 'Title.';
COMMENT ON COLUMN office_history.organization IS 'The body that it belongs to.';
COMMENT ON COLUMN office_history.country_code IS 'Country of the office.';
COMMENT ON COLUMN office_history.first_seen IS 'First day of publication on which somebody reports the person in office, current or acting.';
COMMENT ON COLUMN office_history.last_seen IS 'Last such day.';
COMMENT ON COLUMN office_history.first_seen_former IS 'First day on which somebody calls the person a former holder.';
COMMENT ON COLUMN office_history.latest_status IS 'current, acting or former, as of the latest dated document.';
COMMENT ON COLUMN office_history.documents IS 'Documents that say so.';
COMMENT ON COLUMN office_history.stories IS 'The same, near-duplicates counted once.';
COMMENT ON COLUMN office_history.uris IS 'Where these documents were found, in order.';
