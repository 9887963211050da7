-- severity: critical
-- means: A key of dim_instrument has no member in its dimension, so joins lose rows: a staged row names
--   something that its document does not describe.
-- reads: dim_instrument, dim_organization    params: none
SELECT DISTINCT 'organization_key' AS column_name, organization_key AS key_without_member
FROM dim_instrument
ANTI JOIN dim_organization AS dimension ON dim_instrument.organization_key = dimension.organization_key;
