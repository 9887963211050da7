-- severity: critical
-- means: A key of dim_organization has no member in its dimension, so joins lose rows: a staged row names
--   something that its document does not describe.
-- reads: dim_organization, dim_organization    params: none
SELECT DISTINCT 'parent_organization_key' AS column_name, parent_organization_key AS key_without_member
FROM dim_organization
ANTI JOIN dim_organization AS dimension ON dim_organization.parent_organization_key = dimension.organization_key;
