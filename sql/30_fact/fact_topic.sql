-- fact_topic: one row a topic in a document.
-- key: document_key, topic_key
-- reads: stage.topic, dim_document, stale_document, fresh_document    params: none
DELETE FROM fact_topic WHERE document_key IN (SELECT document_key FROM stale_document);

INSERT INTO fact_topic BY NAME
SELECT
    document.document_key,
    date_key(any_value(document.published_date)) AS date_key,
    any_value(document.agency_source_key) AS source_key,
    topic.topic_key,
    sum(topic.hits)::BIGINT AS hits
FROM stage.topic
SEMI JOIN fresh_document USING (document_key)
INNER JOIN dim_document AS document USING (document_key)
GROUP BY document.document_key, topic.topic_key;
