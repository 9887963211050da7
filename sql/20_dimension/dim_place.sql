-- dim_place: one row a place that a current document mentions.
-- key: place_key    reads: stage.place    params: none
MERGE INTO dim_place AS held
USING (
    SELECT 0 AS place_key, 'unknown' AS name, 'other' AS kind
    UNION ALL BY NAME
    SELECT
        place_key,
        name,
        kind,
        country_code,
        country_name,
        coordinates.north AS latitude,
        coordinates.east AS longitude
    FROM (
        SELECT
            place_key,
            most_common(name) AS name,
            most_common(kind) AS kind,
            most_common(country_code) AS country_code,
            most_common(country_name) AS country_name,
            most_common({'north': latitude, 'east': longitude}) AS coordinates
        FROM stage.place
        GROUP BY place_key
    )
) AS stated
ON held.place_key = stated.place_key
WHEN MATCHED AND (held.name, held.kind, held.country_code, held.country_name, held.latitude, held.longitude)
    IS DISTINCT FROM (stated.name, stated.kind, stated.country_code, stated.country_name, stated.latitude, stated.longitude) THEN UPDATE SET
    name = stated.name,
    kind = stated.kind,
    country_code = stated.country_code,
    country_name = stated.country_name,
    latitude = stated.latitude,
    longitude = stated.longitude
WHEN NOT MATCHED THEN INSERT BY NAME
WHEN NOT MATCHED BY SOURCE THEN DELETE;
