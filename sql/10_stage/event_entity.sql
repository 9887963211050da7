-- stage.event_entity: replaced as a whole, since resolution speaks of the whole corpus.
-- key: event_key    reads: the staged files    params: $paths (Parquet files)
DELETE FROM stage.event_entity;

INSERT INTO stage.event_entity BY NAME
SELECT
    event_key, name, type, organization_key, place_key, start_date, end_date, date_precision, ordinal,
    is_planned
FROM read_parquet($paths);
