-- severity: critical
-- means: A key of dim_event has no member in its dimension, so joins lose rows: a staged row names
--   something that its document does not describe.
-- reads: dim_event, dim_date, dim_organization, dim_place    params: none
SELECT DISTINCT 'organization_key' AS column_name, organization_key AS key_without_member
FROM dim_event
ANTI JOIN dim_organization AS dimension ON dim_event.organization_key = dimension.organization_key
UNION ALL
SELECT DISTINCT 'place_key' AS column_name, place_key AS key_without_member
FROM dim_event
ANTI JOIN dim_place AS dimension ON dim_event.place_key = dimension.place_key
UNION ALL
SELECT DISTINCT 'start_date_key' AS column_name, start_date_key AS key_without_member
FROM dim_event
ANTI JOIN dim_date AS dimension ON dim_event.start_date_key = dimension.date_key
UNION ALL
SELECT DISTINCT 'end_date_key' AS column_name, end_date_key AS key_without_member
FROM dim_event
ANTI JOIN dim_date AS dimension ON dim_event.end_date_key = dimension.date_key;
