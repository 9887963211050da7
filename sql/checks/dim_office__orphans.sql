-- severity: critical
-- means: A key of dim_office has no member in its dimension, so joins lose rows: a staged row names
--   something that its document does not describe.
-- reads: dim_office, dim_organization    params: none
SELECT DISTINCT 'organization_key' AS column_name, organization_key AS key_without_member
FROM dim_office
ANTI JOIN dim_organization AS dimension ON dim_office.organization_key = dimension.organization_key;
