-- severity: warning
-- means: A topic is its own parent, so a walk up the topics does not end.
-- reads: dim_topic    params: none
SELECT topic_key, name
FROM dim_topic
WHERE topic_key = parent_topic_key AND topic_key <> 0;
