-- A quote, with the texts that it stands in and what made it.
-- key: quote_key    reads: fact_quote, dim_*, document_text, meta.document_version    params: $key
SELECT
    concat_ws(
        ', ',
        coalesce(nullif(dim_person.name, 'unknown'), nullif(dim_organization.name, 'unknown'), fact.speaker_surface, 'somebody'),
        nullif(dim_office.title, 'unknown')
    ) || ' (' || fact.kind || coalesce(', ' || fact.cue, '') || '): ' || fact.text AS says,
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
FROM fact_quote AS fact
INNER JOIN dim_document USING (document_key)
INNER JOIN document_text USING (document_key)
INNER JOIN dim_source ON fact.source_key = dim_source.source_key
LEFT JOIN (
    SELECT uri, run_id, seen_at
    FROM meta.document_version
    WHERE state = 'loaded'
    QUALIFY row_number() OVER (PARTITION BY uri ORDER BY version DESC) = 1
) AS version ON dim_document.uri = version.uri
LEFT JOIN dim_person ON fact.speaker_person_key = dim_person.person_key
LEFT JOIN dim_organization ON fact.speaker_organization_key = dim_organization.organization_key
LEFT JOIN dim_office ON fact.speaker_office_key = dim_office.office_key
WHERE fact.quote_key = $key
ORDER BY dim_document.uri;
