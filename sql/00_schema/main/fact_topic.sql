-- fact_topic: One row a topic in a document.
-- key: document_key, topic_key    reads: nothing    params: none
CREATE TABLE IF NOT EXISTS fact_topic (
    document_key BIGINT NOT NULL,
    date_key INTEGER NOT NULL,
    source_key BIGINT NOT NULL,
    topic_key BIGINT NOT NULL,
    hits BIGINT NOT NULL,
    CHECK (hits > 0)
);

COMMENT ON TABLE fact_topic IS 'One row a topic in a document.';
COMMENT ON COLUMN fact_topic.document_key IS 'The document that says so (dim_document).';
COMMENT ON COLUMN fact_topic.date_key IS 'Day of its publication (dim_date); 0 where it is unknown.';
COMMENT ON COLUMN fact_topic.source_key IS 'Agency that wrote it (dim_source); 0 where it is unknown.';
COMMENT ON COLUMN fact_topic.topic_key IS 'The topic (dim_topic).';
COMMENT ON COLUMN fact_topic.hits IS 'Terms of the topic found in the body.';
