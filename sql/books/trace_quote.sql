-- A quote, and where it stands.
-- key: quote_key    reads: fact_quote, dim_*    params: $key
SELECT
    concat_ws(
        ', ',
        coalesce(nullif(dim_person.name, 'unknown'), nullif(dim_organization.name, 'unknown'), fact.speaker_surface, 'somebody'),
        nullif(dim_office.title, 'unknown')
    ) || ' (' || fact.kind || coalesce(', ' || fact.cue, '') || '): ' || fact.text AS says,
    fact.document_key,
    fact.start_char,
    fact.end_char,
    fact.raw_start,
    fact.raw_end
FROM fact_quote AS fact
LEFT JOIN dim_person ON fact.speaker_person_key = dim_person.person_key
LEFT JOIN dim_organization ON fact.speaker_organization_key = dim_organization.organization_key
LEFT JOIN dim_office ON fact.speaker_office_key = dim_office.office_key
WHERE fact.quote_key = $key
ORDER BY fact.document_key, fact.start_char;
