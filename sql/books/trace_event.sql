-- Each report of an event, and where it stands.
-- key: document_key    reads: fact_event_report, dim_*    params: $key
SELECT
    dim_event.type || ': ' || concat_ws(
        ', ',
        dim_event.name,
        nullif(dim_place.name, 'unknown'),
        dim_event.start_date::VARCHAR || coalesce(' to ' || nullif(dim_event.end_date, dim_event.start_date)::VARCHAR, ''),
        if(dim_event.is_planned, 'planned', NULL)
    ) AS says,
    fact.document_key,
    fact.start_char,
    fact.end_char,
    fact.raw_start,
    fact.raw_end
FROM fact_event_report AS fact
INNER JOIN dim_event USING (event_key)
LEFT JOIN dim_place ON dim_event.place_key = dim_place.place_key
WHERE fact.event_key = $key
ORDER BY fact.document_key, fact.start_char;
