-- dim_topic: one row a topic that a current document treats, or the parent of one.
-- key: topic_key    reads: stage.topic    params: none
MERGE INTO dim_topic AS held
USING (
    SELECT 0 AS topic_key, 'unknown' AS name, 0 AS parent_topic_key
    UNION ALL BY NAME
    SELECT topic_key, name, coalesce(topic_key(parent_name), 0) AS parent_topic_key
    FROM (
        SELECT topic_key, most_common(name) AS name, most_common(parent_name) AS parent_name
        FROM stage.topic
        GROUP BY topic_key
    )
    UNION ALL BY NAME
    SELECT topic_key(parent_name) AS topic_key, parent_name AS name, 0 AS parent_topic_key
    FROM (
        SELECT DISTINCT parent_name
        FROM stage.topic
        WHERE parent_name NOT IN (SELECT name FROM stage.topic)
    )
) AS stated
ON held.topic_key = stated.topic_key
WHEN MATCHED AND (held.name, held.parent_topic_key)
    IS DISTINCT FROM (stated.name, stated.parent_topic_key) THEN UPDATE SET
    name = stated.name,
    parent_topic_key = stated.parent_topic_key
WHEN NOT MATCHED THEN INSERT BY NAME
WHEN NOT MATCHED BY SOURCE THEN DELETE;
