-- fact_participation: One row a person at an event as one document tells it.
-- key: document_key, event_key, person_key    reads: nothing    params: none
CREATE TABLE IF NOT EXISTS fact_participation (
    document_key BIGINT NOT NULL,
    date_key INTEGER NOT NULL,
    source_key BIGINT NOT NULL,
    event_key BIGINT NOT NULL,
    person_key BIGINT NOT NULL,
    office_key BIGINT NOT NULL,
    country_code VARCHAR,
    role VARCHAR NOT NULL,
    CHECK (role IN ('chair', 'host', 'participant', 'speaker'))
);

COMMENT ON TABLE fact_participation IS 'One row a person at an event as one document tells it.';
COMMENT ON COLUMN fact_participation.document_key IS 'The document that says so (dim_document).';
COMMENT ON COLUMN fact_participation.date_key IS 'Day of its publication (dim_date); 0 where it is unknown.';
COMMENT ON COLUMN fact_participation.source_key IS 'Agency that wrote it (dim_source); 0 where it is unknown.';
COMMENT ON COLUMN fact_participation.event_key IS 'The event (dim_event).';
COMMENT ON COLUMN fact_participation.person_key IS 'The participant (dim_person).';
COMMENT ON COLUMN fact_participation.office_key IS 'The office in which the person takes part (dim_office); 0 where none is stated.';
COMMENT ON COLUMN fact_participation.country_code IS 'ISO 3166-1 alpha-2 code of the country that the person represents.';
COMMENT ON COLUMN fact_participation.role IS 'chair, host, participant or speaker.';
