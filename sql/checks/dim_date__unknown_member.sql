-- severity: critical
-- means: dim_date has no member 0, so facts about the unknown find nothing to join.
-- reads: dim_date    params: none
SELECT 0 AS missing_key
WHERE NOT EXISTS (SELECT 1 FROM dim_date WHERE date_key = 0);
