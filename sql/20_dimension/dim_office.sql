-- dim_office: one row an office that a current document names.
-- key: office_key    reads: stage.office_ref    params: none
MERGE INTO dim_office AS held
USING (
    SELECT 0 AS office_key, 'unknown' AS title, 0 AS organization_key, 'other' AS rank
    UNION ALL BY NAME
    SELECT
        office_key,
        most_common(title) AS title,
        most_common(organization_key) AS organization_key,
        most_common(country_code) AS country_code,
        most_common(rank) AS rank
    FROM stage.office_ref
    GROUP BY office_key
) AS stated
ON held.office_key = stated.office_key
WHEN MATCHED AND (held.title, held.organization_key, held.country_code, held.rank)
    IS DISTINCT FROM (stated.title, stated.organization_key, stated.country_code, stated.rank) THEN UPDATE SET
    title = stated.title,
    organization_key = stated.organization_key,
    country_code = stated.country_code,
    rank = stated.rank
WHEN NOT MATCHED THEN INSERT BY NAME
WHEN NOT MATCHED BY SOURCE THEN DELETE;
