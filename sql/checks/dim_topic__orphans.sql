-- severity: critical
-- means: A key of dim_topic has no member in its dimension, so joins lose rows: a staged row names
--   something that its document does not describe.
-- reads: dim_topic, dim_topic    params: none
SELECT DISTINCT 'parent_topic_key' AS column_name, parent_topic_key AS key_without_member
FROM dim_topic
ANTI JOIN dim_topic AS dimension ON dim_topic.parent_topic_key = dimension.topic_key;
