-- severity: warning
-- means: An organisation is its own parent, so a walk up the bodies does not end.
-- reads: dim_organization    params: none
SELECT organization_key, name
FROM dim_organization
WHERE organization_key = parent_organization_key AND organization_key <> 0;
