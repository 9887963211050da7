-- severity: critical
-- means: A key of fact_topic has no member in its dimension, so joins lose rows: a staged row names
--   something that its document does not describe.
-- reads: fact_topic, dim_date, dim_document, dim_source, dim_topic    params: none
SELECT DISTINCT 'document_key' AS column_name, document_key AS key_without_member
FROM fact_topic
ANTI JOIN dim_document AS dimension ON fact_topic.document_key = dimension.document_key
UNION ALL
SELECT DISTINCT 'date_key' AS column_name, date_key AS key_without_member
FROM fact_topic
ANTI JOIN dim_date AS dimension ON fact_topic.date_key = dimension.date_key
UNION ALL
SELECT DISTINCT 'source_key' AS column_name, source_key AS key_without_member
FROM fact_topic
ANTI JOIN dim_source AS dimension ON fact_topic.source_key = dimension.source_key
UNION ALL
SELECT DISTINCT 'topic_key' AS column_name, topic_key AS key_without_member
FROM fact_topic
ANTI JOIN dim_topic AS dimension ON fact_topic.topic_key = dimension.topic_key;
