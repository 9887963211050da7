-- dim_topic: One row a topic of security cooperation; key 0 is the unknown topic.
-- key: topic_key    reads: nothing    params: none
CREATE TABLE IF NOT EXISTS dim_topic (
    topic_key BIGINT PRIMARY KEY,
    name VARCHAR NOT NULL,
    parent_topic_key BIGINT NOT NULL
);

COMMENT ON TABLE dim_topic IS 'One row a topic of security cooperation; key 0 is the unknown topic.';
COMMENT ON COLUMN dim_topic.topic_key IS 'Key of the topic: a hash of its name.';
COMMENT ON COLUMN dim_topic.name IS 'Name, such as drug trafficking.';
COMMENT ON COLUMN dim_topic.parent_topic_key IS 'The wider topic (dim_topic); 0 where there is none.';
