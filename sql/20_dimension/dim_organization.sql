-- dim_organization: one row an organisation that a current document mentions, or the parent of one.
-- key: organization_key    reads: stage.organization    params: none
MERGE INTO dim_organization AS held
USING (
    SELECT 0 AS organization_key, 'unknown' AS name, 'other' AS kind, 0 AS parent_organization_key
    UNION ALL BY NAME
    SELECT
        organization_key,
        name,
        acronym,
        kind,
        country_code,
        coalesce(organization_key(parent_name), 0) AS parent_organization_key
    FROM (
        SELECT
            organization_key,
            most_common(name) AS name,
            most_common(acronym) AS acronym,
            most_common(kind) AS kind,
            most_common(country_code) AS country_code,
            most_common(parent_name) AS parent_name
        FROM stage.organization
        GROUP BY organization_key
    )
    UNION ALL BY NAME
    -- a parent that no document mentions is a member too, so that the way up never ends in the void
    SELECT
        organization_key(parent_name) AS organization_key,
        parent_name AS name,
        'other' AS kind,
        0 AS parent_organization_key
    FROM (
        SELECT DISTINCT parent_name
        FROM stage.organization
        WHERE parent_name NOT IN (SELECT name FROM stage.organization)
    )
) AS stated
ON held.organization_key = stated.organization_key
WHEN MATCHED AND (held.name, held.acronym, held.kind, held.country_code, held.parent_organization_key)
    IS DISTINCT FROM (stated.name, stated.acronym, stated.kind, stated.country_code, stated.parent_organization_key) THEN UPDATE SET
    name = stated.name,
    acronym = stated.acronym,
    kind = stated.kind,
    country_code = stated.country_code,
    parent_organization_key = stated.parent_organization_key
WHEN NOT MATCHED THEN INSERT BY NAME
WHEN NOT MATCHED BY SOURCE THEN DELETE;
