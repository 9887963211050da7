-- fact_event_report: gets what each document itself tells of day and place, which may differ from what the event became. The
-- next load fills it, since the load's own SQL has changed.
-- key: document_key, event_key    reads: nothing    params: none
ALTER TABLE IF EXISTS fact_event_report ADD COLUMN IF NOT EXISTS told_start_date DATE;
ALTER TABLE IF EXISTS fact_event_report ADD COLUMN IF NOT EXISTS told_date_precision VARCHAR DEFAULT 'unknown';
ALTER TABLE IF EXISTS fact_event_report ADD COLUMN IF NOT EXISTS told_place_key BIGINT DEFAULT 0;
