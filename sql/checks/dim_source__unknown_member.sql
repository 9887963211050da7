-- severity: critical
-- means: dim_source has no member 0, so facts about the unknown find nothing to join.
-- reads: dim_source    params: none
SELECT 0 AS missing_key
WHERE NOT EXISTS (SELECT 1 FROM dim_source WHERE source_key = 0);
