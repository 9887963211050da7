-- How each source does: what came of it in the night, against the nights before it (at most $nights with the night).
-- key: source    reads: arrival, edition, dim_document, dim_source, fact_quote    params: $nights, $most
WITH night AS (
    SELECT DISTINCT arrival.night
    FROM arrival
    INNER JOIN edition ON arrival.night <= edition.day
    UNION
    SELECT edition.day FROM edition
    ORDER BY night DESC
    LIMIT $nights
),

unresolved AS (
    SELECT
        document_key,
        count(*) FILTER (
            speaker_person_key = 0 AND speaker_organization_key = 0 AND speaker_office_key = 0
        ) AS quotes_of_nobody,
        count(*) AS quotes
    FROM fact_quote
    GROUP BY document_key
),

came AS (
    SELECT
        coalesce(agency.name, outlet.name, '') AS source,
        arrival.night,
        count(*) AS documents,
        coalesce(sum(document.body_chars) FILTER (document.is_story), 0) AS body_chars,
        coalesce(sum(document.raw_chars) FILTER (document.is_story), 0) AS raw_chars,
        count(*) FILTER (document.is_story) AS stories,
        count(*) FILTER (document.is_story AND document.published_date IS NULL) AS undated,
        coalesce(sum(unresolved.quotes), 0) AS quotes,
        coalesce(sum(unresolved.quotes_of_nobody), 0) AS quotes_of_nobody
    FROM arrival
    INNER JOIN night USING (night)
    INNER JOIN dim_document AS document USING (uri)
    LEFT JOIN unresolved USING (document_key)
    LEFT JOIN dim_source AS agency ON document.agency_source_key = agency.source_key AND agency.source_key <> 0
    LEFT JOIN dim_source AS outlet ON document.outlet_source_key = outlet.source_key AND outlet.source_key <> 0
    GROUP BY source, arrival.night
),

busiest AS (
    SELECT source
    FROM came
    GROUP BY source
    ORDER BY sum(documents) DESC, source
    LIMIT $most
)

SELECT
    nullif(busiest.source, '') AS source,
    list(coalesce(came.documents, 0) ORDER BY night.night) AS by_night,
    coalesce(sum(came.documents) FILTER (night.night = edition.day), 0)::BIGINT AS documents,
    (coalesce(sum(came.documents) FILTER (night.night < edition.day), 0)
        / nullif(count(*) FILTER (night.night < edition.day), 0))::DOUBLE AS usual_documents,
    (sum(came.body_chars) FILTER (night.night = edition.day)
        / nullif(sum(came.raw_chars) FILTER (night.night = edition.day), 0))::DOUBLE AS kept,
    (sum(came.body_chars) FILTER (night.night < edition.day)
        / nullif(sum(came.raw_chars) FILTER (night.night < edition.day), 0))::DOUBLE AS usual_kept,
    (sum(came.undated) FILTER (night.night = edition.day)
        / nullif(sum(came.stories) FILTER (night.night = edition.day), 0))::DOUBLE AS undated,
    (sum(came.undated) FILTER (night.night < edition.day)
        / nullif(sum(came.stories) FILTER (night.night < edition.day), 0))::DOUBLE AS usual_undated,
    (sum(came.quotes_of_nobody) FILTER (night.night = edition.day)
        / nullif(sum(came.quotes) FILTER (night.night = edition.day), 0))::DOUBLE AS unresolved,
    (sum(came.quotes_of_nobody) FILTER (night.night < edition.day)
        / nullif(sum(came.quotes) FILTER (night.night < edition.day), 0))::DOUBLE AS usual_unresolved
FROM busiest
CROSS JOIN night
CROSS JOIN edition
LEFT JOIN came ON busiest.source = came.source AND night.night = came.night
GROUP BY busiest.source
ORDER BY documents DESC, usual_documents DESC NULLS LAST, busiest.source;
