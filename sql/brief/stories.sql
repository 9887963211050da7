-- The new stories of the night: the most carried first, then those that quote most; copies are named, not listed.
-- key: document_key
-- reads: new_story, dim_document, dim_source, dim_place, dim_event, dim_topic, fact_publication, fact_event_report, fact_topic
-- params: $most, $longest (characters of a headline)
WITH chosen AS (
    SELECT
        story.document_key,
        story.documents,
        publication.words,
        publication.quotes
    FROM new_story AS story
    INNER JOIN fact_publication AS publication USING (document_key)
    INNER JOIN dim_document AS document USING (document_key)
    WHERE story.is_new
    ORDER BY story.documents DESC, publication.quotes DESC, document.published_date DESC NULLS LAST, document.uri
    LIMIT $most
)

SELECT
    document.document_key,
    left(coalesce(document.title, document.uri), $longest) AS title,
    document.title IS NULL AS is_untitled,
    document.uri,
    document.language,
    document.published_date,
    agency.name AS agency,
    outlet.name AS outlet,
    place.name AS place,
    chosen.documents,
    chosen.words,
    chosen.quotes,
    coalesce(carried.carriers, []) AS carriers,
    main_event.name AS event,
    coalesce(treated.topics, []) AS topics
FROM chosen
INNER JOIN dim_document AS document USING (document_key)
LEFT JOIN dim_source AS agency ON document.agency_source_key = agency.source_key AND agency.source_key <> 0
LEFT JOIN dim_source AS outlet ON document.outlet_source_key = outlet.source_key AND outlet.source_key <> 0
LEFT JOIN dim_place AS place ON document.dateline_place_key = place.place_key AND place.place_key <> 0
LEFT JOIN (
    SELECT
        copy.canonical_document_key AS document_key,
        list_sort(list_distinct(list(coalesce(carrier.name, writer.name))))[1:8] AS carriers
    FROM dim_document AS copy
    INNER JOIN chosen AS original ON copy.canonical_document_key = original.document_key
    LEFT JOIN dim_source AS carrier ON copy.outlet_source_key = carrier.source_key AND carrier.source_key <> 0
    LEFT JOIN dim_source AS writer ON copy.agency_source_key = writer.source_key AND writer.source_key <> 0
    WHERE copy.document_key <> copy.canonical_document_key AND coalesce(carrier.name, writer.name) IS NOT NULL
    GROUP BY copy.canonical_document_key
) AS carried USING (document_key)
LEFT JOIN (
    SELECT report.document_key, event.name
    FROM fact_event_report AS report
    INNER JOIN chosen USING (document_key)
    INNER JOIN dim_event AS event USING (event_key)
    WHERE report.is_main AND report.event_key <> 0
    QUALIFY row_number() OVER (PARTITION BY report.document_key ORDER BY report.start_char, report.event_key) = 1
) AS main_event USING (document_key)
LEFT JOIN (
    SELECT fact.document_key, list(topic.name ORDER BY fact.hits DESC, topic.name)[1:4] AS topics
    FROM fact_topic AS fact
    INNER JOIN chosen USING (document_key)
    INNER JOIN dim_topic AS topic USING (topic_key)
    GROUP BY fact.document_key
) AS treated USING (document_key)
ORDER BY chosen.documents DESC, chosen.quotes DESC, document.published_date DESC NULLS LAST, document.uri;
