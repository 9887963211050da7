-- dim_source: one row an agency or outlet that a document names; an unknown one keeps the name as printed.
-- key: source_key    reads: stage.document, stage.source    params: none
MERGE INTO dim_source AS held
USING (
    SELECT 0 AS source_key, 'unknown' AS name, 'unknown' AS kind
    UNION ALL BY NAME
    SELECT
        source_key(named.name) AS source_key,
        named.name,
        coalesce(described.kind, 'unknown') AS kind,
        described.country_code,
        described.domain
    FROM (
        SELECT agency AS name
        FROM stage.document
        UNION
        SELECT outlet AS name
        FROM stage.document
    ) AS named
    LEFT JOIN (
        SELECT
            name,
            most_common(kind) AS kind,
            most_common(country_code) AS country_code,
            most_common(domain) AS domain
        FROM stage.source
        GROUP BY name
    ) AS described USING (name)
    WHERE named.name IS NOT NULL
) AS stated
ON held.source_key = stated.source_key
WHEN MATCHED AND (held.name, held.kind, held.country_code, held.domain)
    IS DISTINCT FROM (stated.name, stated.kind, stated.country_code, stated.domain) THEN UPDATE SET
    name = stated.name,
    kind = stated.kind,
    country_code = stated.country_code,
    domain = stated.domain
WHEN NOT MATCHED THEN INSERT BY NAME
WHEN NOT MATCHED BY SOURCE THEN DELETE;
