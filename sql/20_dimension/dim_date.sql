-- dim_date: one row a day that a document or event bears.
-- key: date_key    reads: stage.document, stage.event, stage.event_identity, stage.event_entity    params: none
MERGE INTO dim_date AS held
USING (
    SELECT 0 AS date_key
    UNION ALL BY NAME
    SELECT
        date_key(used.day) AS date_key,
        used.day AS date,
        year(used.day) AS year,
        quarter(used.day) AS quarter,
        month(used.day) AS month,
        monthname(used.day) AS month_name,
        isoyear(used.day) AS iso_year,
        week(used.day) AS iso_week,
        day(used.day) AS day,
        dayname(used.day) AS weekday_name,
        isodow(used.day) >= 6 AS is_weekend
    FROM (
        SELECT published_date AS day
        FROM stage.document
        UNION
        SELECT unnest([start_date, end_date]) AS day
        FROM stage.event_entity
        SEMI JOIN (SELECT event_key FROM stage.event_identity SEMI JOIN stage.event USING (document_key, event))
            USING (event_key)
    ) AS used
    WHERE used.day IS NOT NULL
) AS stated
ON held.date_key = stated.date_key
WHEN MATCHED AND (held.date, held.year, held.quarter, held.month, held.month_name, held.iso_year, held.iso_week, held.day, held.weekday_name, held.is_weekend)
    IS DISTINCT FROM (stated.date, stated.year, stated.quarter, stated.month, stated.month_name, stated.iso_year, stated.iso_week, stated.day, stated.weekday_name, stated.is_weekend) THEN UPDATE SET
    date = stated.date,
    year = stated.year,
    quarter = stated.quarter,
    month = stated.month,
    month_name = stated.month_name,
    iso_year = stated.iso_year,
    iso_week = stated.iso_week,
    day = stated.day,
    weekday_name = stated.weekday_name,
    is_weekend = stated.is_weekend
WHEN NOT MATCHED THEN INSERT BY NAME
WHEN NOT MATCHED BY SOURCE THEN DELETE;
