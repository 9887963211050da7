-- stage.topic: One row a topic in a document.
-- key: document_key, topic_key    reads: nothing    params: none
CREATE TABLE IF NOT EXISTS stage.topic (
    document_key BIGINT NOT NULL,
    topic_key BIGINT NOT NULL,
    name VARCHAR NOT NULL,
    parent_name VARCHAR,
    hits BIGINT NOT NULL
);

COMMENT ON TABLE stage.topic IS 'One row a topic in a document.';
COMMENT ON COLUMN stage.topic.document_key IS 'The document.';
COMMENT ON COLUMN stage.topic.topic_key IS 'The topic.';
COMMENT ON COLUMN stage.topic.name IS 'Name.';
COMMENT ON COLUMN stage.topic.parent_name IS 'Name of the wider one, the parent; NULL where there is none.';
COMMENT ON COLUMN stage.topic.hits IS 'Terms of the topic found.';
