-- severity: critical
-- means: dim_office has no member 0, so facts about the unknown find nothing to join.
-- reads: dim_office    params: none
SELECT 0 AS missing_key
WHERE NOT EXISTS (SELECT 1 FROM dim_office WHERE office_key = 0);
