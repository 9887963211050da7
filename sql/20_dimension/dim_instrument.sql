-- dim_instrument: one row an instrument that a current document names.
-- key: instrument_key    reads: stage.instrument    params: none
MERGE INTO dim_instrument AS held
USING (
    SELECT 0 AS instrument_key, 'unknown' AS name, 'other' AS kind, 0 AS organization_key
    UNION ALL BY NAME
    SELECT
        instrument_key,
        most_common(name) AS name,
        most_common(kind) AS kind,
        most_common(organization_key) AS organization_key
    FROM stage.instrument
    GROUP BY instrument_key
) AS stated
ON held.instrument_key = stated.instrument_key
WHEN MATCHED AND (held.name, held.kind, held.organization_key)
    IS DISTINCT FROM (stated.name, stated.kind, stated.organization_key) THEN UPDATE SET
    name = stated.name,
    kind = stated.kind,
    organization_key = stated.organization_key
WHEN NOT MATCHED THEN INSERT BY NAME
WHEN NOT MATCHED BY SOURCE THEN DELETE;
