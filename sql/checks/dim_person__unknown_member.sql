-- severity: critical
-- means: dim_person has no member 0, so facts about the unknown find nothing to join.
-- reads: dim_person    params: none
SELECT 0 AS missing_key
WHERE NOT EXISTS (SELECT 1 FROM dim_person WHERE person_key = 0);
