-- severity: critical
-- means: dim_instrument has no member 0, so facts about the unknown find nothing to join.
-- reads: dim_instrument    params: none
SELECT 0 AS missing_key
WHERE NOT EXISTS (SELECT 1 FROM dim_instrument WHERE instrument_key = 0);
