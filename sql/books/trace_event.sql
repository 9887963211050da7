-- Each report of an event, with the texts that it stands in and what made it.
-- key: document_key    reads: fact_event_report, dim_*, document_text, meta.document_version    params: $key
SELECT
    dim_event.type || ': ' || concat_ws(
        ', ',
        dim_event.name,
        nullif(dim_place.name, 'unknown'),
        dim_event.start_date::VARCHAR || coalesce(' to ' || nullif(dim_event.end_date, dim_event.start_date)::VARCHAR, ''),
        if(dim_event.is_planned, 'planned', NULL)
    ) AS says,
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
FROM fact_event_report AS fact
INNER JOIN dim_document USING (document_key)
INNER JOIN document_text USING (document_key)
INNER JOIN dim_source ON fact.source_key = dim_source.source_key
LEFT JOIN (
    SELECT uri, run_id, seen_at
    FROM meta.document_version
    WHERE state = 'loaded'
    QUALIFY row_number() OVER (PARTITION BY uri ORDER BY version DESC) = 1
) AS version ON dim_document.uri = version.uri
INNER JOIN dim_event USING (event_key)
LEFT JOIN dim_place ON dim_event.place_key = dim_place.place_key
WHERE fact.event_key = $key
ORDER BY dim_document.published_date NULLS LAST, dim_document.uri;
