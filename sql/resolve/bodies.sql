-- What documents say of organisations.
-- key: none    reads: stage.organization    params: none
SELECT DISTINCT organization_key, name, parent_name
FROM stage.organization;
