-- severity: critical
-- means: dim_topic has no member 0, so facts about the unknown find nothing to join.
-- reads: dim_topic    params: none
SELECT 0 AS missing_key
WHERE NOT EXISTS (SELECT 1 FROM dim_topic WHERE topic_key = 0);
