-- Each statement that somebody holds an office, with the texts that it stands in and what made it.
-- key: document_key, person_key    reads: fact_office, dim_*, document_text, meta.document_version    params: $key
SELECT
    dim_person.name || ' – ' || concat_ws(
        ', ', dim_office.title, nullif(dim_organization.name, 'unknown'), dim_office.country_code
    ) || ' (' || fact.status || ')' AS says,
    dim_document.uri,
    dim_document.title,
    dim_document.published_date,
    dim_source.name AS agency,
    fact.start_char,
    fact.end_char,
    fact.raw_start,
    fact.raw_end,
    document_text.body,
    document_text.raw,
    dim_document.extractor_version,
    version.run_id,
    version.seen_at
FROM fact_office AS fact
INNER JOIN dim_document USING (document_key)
INNER JOIN document_text USING (document_key)
INNER JOIN dim_source ON fact.source_key = dim_source.source_key
LEFT JOIN (
    SELECT uri, run_id, seen_at
    FROM meta.document_version
    WHERE state = 'loaded'
    QUALIFY row_number() OVER (PARTITION BY uri ORDER BY version DESC) = 1
) AS version ON dim_document.uri = version.uri
INNER JOIN dim_person USING (person_key)
INNER JOIN dim_office USING (office_key)
LEFT JOIN dim_organization USING (organization_key)
WHERE fact.office_key = $key
ORDER BY dim_document.published_date NULLS LAST, dim_document.uri, fact.start_char;
