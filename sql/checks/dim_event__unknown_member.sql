-- severity: critical
-- means: dim_event has no member 0, so facts about the unknown find nothing to join.
-- reads: dim_event    params: none
SELECT 0 AS missing_key
WHERE NOT EXISTS (SELECT 1 FROM dim_event WHERE event_key = 0);
