-- topic_month: One row a topic and month of publication.
-- key: month, topic_key
-- reads: fact_topic, dim_topic, dim_document    params: none
CREATE OR REPLACE VIEW topic_month AS
SELECT
    date_trunc('month', document.published_date)::DATE AS month,
    topic.topic_key,
    topic.name AS topic,
    parent.name AS parent_topic,
    count(*) AS documents,
    count(DISTINCT document.canonical_document_key) AS stories,
    sum(fact.hits)::BIGINT AS hits
FROM fact_topic AS fact
INNER JOIN dim_document AS document USING (document_key)
INNER JOIN dim_topic AS topic USING (topic_key)
LEFT JOIN dim_topic AS parent ON topic.parent_topic_key = parent.topic_key AND parent.topic_key <> 0
GROUP BY ALL;

COMMENT ON VIEW topic_month IS 'One row a topic and month of publication.';
COMMENT ON COLUMN topic_month.month IS 'First day of the month; NULL for documents without a date.';
COMMENT ON COLUMN topic_month.topic_key IS 'The topic.';
COMMENT ON COLUMN topic_month.topic IS 'Its name.';
COMMENT ON COLUMN topic_month.parent_topic IS 'The wider topic; NULL where there is none.';
COMMENT ON COLUMN topic_month.documents IS 'Documents that treat it.';
COMMENT ON COLUMN topic_month.stories IS 'The same, near-duplicates counted once.';
COMMENT ON COLUMN topic_month.hits IS 'Terms of the topic found in all documents.';
