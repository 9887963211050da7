-- dim_event: one row an event that a current document reports.
-- key: event_key    reads: stage.event, stage.event_identity, stage.event_entity    params: none
MERGE INTO dim_event AS held
USING (
    SELECT 
        0 AS event_key, 'unknown' AS name, 'other' AS type, 0 AS organization_key, 0 AS place_key,
        0 AS start_date_key, 0 AS end_date_key, 'unknown' AS date_precision, false AS is_planned
    UNION ALL BY NAME
    SELECT
        event_key,
        name,
        type,
        organization_key,
        place_key,
        start_date,
        end_date,
        date_key(start_date) AS start_date_key,
        date_key(end_date) AS end_date_key,
        date_precision,
        ordinal::INTEGER AS ordinal,
        is_planned
    FROM stage.event_entity
    SEMI JOIN (SELECT event_key FROM stage.event_identity SEMI JOIN stage.event USING (document_key, event))
        USING (event_key)
) AS stated
ON held.event_key = stated.event_key
WHEN MATCHED AND (held.name, held.type, held.organization_key, held.place_key, held.start_date, held.end_date, held.start_date_key, held.end_date_key, held.date_precision, held.ordinal, held.is_planned)
    IS DISTINCT FROM (stated.name, stated.type, stated.organization_key, stated.place_key, stated.start_date, stated.end_date, stated.start_date_key, stated.end_date_key, stated.date_precision, stated.ordinal, stated.is_planned) THEN UPDATE SET
    name = stated.name,
    type = stated.type,
    organization_key = stated.organization_key,
    place_key = stated.place_key,
    start_date = stated.start_date,
    end_date = stated.end_date,
    start_date_key = stated.start_date_key,
    end_date_key = stated.end_date_key,
    date_precision = stated.date_precision,
    ordinal = stated.ordinal,
    is_planned = stated.is_planned
WHEN NOT MATCHED THEN INSERT BY NAME
WHEN NOT MATCHED BY SOURCE THEN DELETE;
