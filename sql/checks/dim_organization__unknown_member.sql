-- severity: critical
-- means: dim_organization has no member 0, so facts about the unknown find nothing to join.
-- reads: dim_organization    params: none
SELECT 0 AS missing_key
WHERE NOT EXISTS (SELECT 1 FROM dim_organization WHERE organization_key = 0);
