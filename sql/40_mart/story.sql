-- story: One row a story: near-duplicates count once, under the earliest of them.
-- key: document_key
-- reads: dim_document, dim_source, dim_place, dim_event, dim_topic, fact_publication, fact_event_report, fact_topic    params: none
CREATE OR REPLACE VIEW story AS
SELECT
    document.document_key,
    document.uri,
    document.title,
    document.published_date,
    document.published_date_basis,
    document.language,
    agency.name AS agency,
    outlet.name AS outlet,
    place.name AS place,
    place.country_code,
    main_event.event_key AS main_event_key,
    main_event.name AS main_event,
    coalesce(treated.topics, []) AS topics,
    publication.words,
    publication.mentions,
    publication.quotes,
    cluster.documents,
    document.is_machine_translated
FROM dim_document AS document
INNER JOIN fact_publication AS publication USING (document_key)
INNER JOIN (
    SELECT canonical_document_key, count(*) AS documents
    FROM dim_document
    GROUP BY canonical_document_key
) AS cluster ON document.document_key = cluster.canonical_document_key
LEFT JOIN dim_source AS agency ON document.agency_source_key = agency.source_key AND agency.source_key <> 0
LEFT JOIN dim_source AS outlet ON document.outlet_source_key = outlet.source_key AND outlet.source_key <> 0
LEFT JOIN dim_place AS place ON document.dateline_place_key = place.place_key AND place.place_key <> 0
LEFT JOIN (
    SELECT report.document_key, event.event_key, event.name
    FROM fact_event_report AS report
    INNER JOIN dim_event AS event USING (event_key)
    WHERE report.is_main AND report.event_key <> 0
    QUALIFY row_number() OVER (PARTITION BY report.document_key ORDER BY report.start_char, report.event_key) = 1
) AS main_event USING (document_key)
LEFT JOIN (
    SELECT fact.document_key, list(topic.name ORDER BY fact.hits DESC, topic.name) AS topics
    FROM fact_topic AS fact
    INNER JOIN dim_topic AS topic USING (topic_key)
    GROUP BY fact.document_key
) AS treated USING (document_key)
WHERE document.is_story AND document.document_key = document.canonical_document_key;

COMMENT ON VIEW story IS 'One row a story: near-duplicates count once, under the earliest of them.';
COMMENT ON COLUMN story.document_key IS 'The document that stands for the story: the earliest of its near-duplicates.';
COMMENT ON COLUMN story.uri IS 'Where it was found.';
COMMENT ON COLUMN story.title IS 'Headline.';
COMMENT ON COLUMN story.published_date IS 'Day of publication; NULL where it is unknown.';
COMMENT ON COLUMN story.published_date_basis IS 'What the date rests on.';
COMMENT ON COLUMN story.language IS 'ISO 639-1 code of its language.';
COMMENT ON COLUMN story.agency IS 'Who wrote it; NULL where nobody is credited.';
COMMENT ON COLUMN story.outlet IS 'Where it was found; NULL where the page does not say.';
COMMENT ON COLUMN story.place IS 'Place of the dateline; NULL where there is none.';
COMMENT ON COLUMN story.country_code IS 'Country of that place.';
COMMENT ON COLUMN story.main_event_key IS 'The event that it is about (meeting); NULL where it reports none.';
COMMENT ON COLUMN story.main_event IS 'Label of that event.';
COMMENT ON COLUMN story.topics IS 'Topics, the most frequent first.';
COMMENT ON COLUMN story.words IS 'Words of the body.';
COMMENT ON COLUMN story.mentions IS 'Mentions of entities.';
COMMENT ON COLUMN story.quotes IS 'Attributed utterances.';
COMMENT ON COLUMN story.documents IS 'Documents that carry it, itself included.';
COMMENT ON COLUMN story.is_machine_translated IS 'The wording shows that a machine translated it.';
