-- A mention, and where it stands.
-- key: mention_key    reads: fact_mention, dim_*    params: $key
SELECT
    fact.entity_type || ': ' || coalesce(
        nullif(dim_person.name, 'unknown'),
        nullif(dim_organization.name, 'unknown'),
        nullif(dim_place.name, 'unknown'),
        nullif(dim_event.name, 'unknown'),
        dim_instrument.name
    ) || ', here "' || fact.surface || '"' AS says,
    fact.document_key,
    fact.start_char,
    fact.end_char,
    fact.raw_start,
    fact.raw_end
FROM fact_mention AS fact
LEFT JOIN dim_person ON fact.person_key = dim_person.person_key
LEFT JOIN dim_organization ON fact.organization_key = dim_organization.organization_key
LEFT JOIN dim_place ON fact.place_key = dim_place.place_key
LEFT JOIN dim_event ON fact.event_key = dim_event.event_key
LEFT JOIN dim_instrument ON fact.instrument_key = dim_instrument.instrument_key
WHERE fact.mention_key = $key
ORDER BY fact.document_key, fact.start_char;
