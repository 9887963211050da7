-- fact_event_report: One row a document that reports an event.
-- key: document_key, event_key    reads: nothing    params: none
CREATE TABLE IF NOT EXISTS fact_event_report (
    document_key BIGINT NOT NULL,
    date_key INTEGER NOT NULL,
    source_key BIGINT NOT NULL,
    event_key BIGINT NOT NULL,
    is_main BOOLEAN NOT NULL,
    start_char BIGINT NOT NULL,
    end_char BIGINT NOT NULL,
    raw_start BIGINT NOT NULL,
    raw_end BIGINT NOT NULL,
    told_start_date DATE,
    told_date_precision VARCHAR DEFAULT 'unknown',
    told_place_key BIGINT DEFAULT 0,
    CHECK (0 <= start_char AND start_char < end_char),
    CHECK (0 <= raw_start AND raw_start < raw_end)
);

COMMENT ON TABLE fact_event_report IS 'One row a document that reports an event.';
COMMENT ON COLUMN fact_event_report.document_key IS 'The document that says so (dim_document).';
COMMENT ON COLUMN fact_event_report.date_key IS 'Day of its publication (dim_date); 0 where it is unknown.';
COMMENT ON COLUMN fact_event_report.source_key IS 'Agency that wrote it (dim_source); 0 where it is unknown.';
COMMENT ON COLUMN fact_event_report.event_key IS 'The event (dim_event).';
COMMENT ON COLUMN fact_event_report.is_main IS 'The event that the story is about.';
COMMENT ON COLUMN fact_event_report.start_char IS 'First character in the clean body.';
COMMENT ON COLUMN fact_event_report.end_char IS 'Character after the last in the clean body.';
COMMENT ON COLUMN fact_event_report.raw_start IS 'First character in the raw text.';
COMMENT ON COLUMN fact_event_report.raw_end IS 'Character after the last in the raw text.';
COMMENT ON COLUMN fact_event_report.told_start_date IS 'First day as this document tells it; dim_event has what all of them make of it.';
COMMENT ON COLUMN fact_event_report.told_date_precision IS 'How much of told_start_date this document tells: day, month, year or unknown.';
COMMENT ON COLUMN fact_event_report.told_place_key IS 'Place as this document tells it (dim_place); 0 where it tells none.';
