-- severity: critical
-- means: dim_place has no member 0, so facts about the unknown find nothing to join.
-- reads: dim_place    params: none
SELECT 0 AS missing_key
WHERE NOT EXISTS (SELECT 1 FROM dim_place WHERE place_key = 0);
