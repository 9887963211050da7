-- Events of which documents tell another day or another place: what is told, by how many stories, by which agencies.
-- key: event_key, what, told    reads: fact_event_report, dim_event, dim_place, dim_document, dim_source    params: none
WITH told AS (
    SELECT
        event_key,
        document_key,
        source_key,
        'start date' AS what,
        told_start_date::VARCHAR AS told
    FROM fact_event_report
    WHERE told_date_precision = 'day'
    UNION ALL BY NAME
    SELECT
        report.event_key,
        report.document_key,
        report.source_key,
        'place' AS what,
        place.name AS told
    FROM fact_event_report AS report
    INNER JOIN dim_place AS place ON report.told_place_key = place.place_key
    WHERE place.kind = 'city'
)

SELECT
    event.name AS event,
    event.start_date,
    told.what,
    told.told,
    count(DISTINCT document.canonical_document_key) AS stories,
    list_sort(list_distinct(list(agency.name) FILTER (agency.source_key <> 0))) AS agencies,
    event.event_key
FROM told
INNER JOIN dim_event AS event USING (event_key)
INNER JOIN dim_document AS document USING (document_key)
INNER JOIN dim_source AS agency ON told.source_key = agency.source_key
WHERE event.event_key <> 0
GROUP BY event.event_key, event.name, event.start_date, told.what, told.told
QUALIFY count(*) OVER (PARTITION BY event.event_key, told.what) > 1
ORDER BY event.start_date NULLS LAST, event.event_key, told.what, stories DESC, told.told;
