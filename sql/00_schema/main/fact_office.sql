-- fact_office: One row a statement that a person holds, held or acts in an office.
-- key: document_key, person_key, office_key, status, start_char, end_char    reads: nothing    params: none
CREATE TABLE IF NOT EXISTS fact_office (
    document_key BIGINT NOT NULL,
    date_key INTEGER NOT NULL,
    source_key BIGINT NOT NULL,
    person_key BIGINT NOT NULL,
    office_key BIGINT NOT NULL,
    status VARCHAR NOT NULL,
    start_char BIGINT NOT NULL,
    end_char BIGINT NOT NULL,
    raw_start BIGINT NOT NULL,
    raw_end BIGINT NOT NULL,
    CHECK (status IN ('current', 'former', 'acting')),
    CHECK (0 <= start_char AND start_char < end_char),
    CHECK (0 <= raw_start AND raw_start < raw_end)
);

COMMENT ON TABLE fact_office IS 'One row a statement that a person holds, held or acts in an office.';
COMMENT ON COLUMN fact_office.document_key IS 'The document that says so (dim_document).';
COMMENT ON COLUMN fact_office.date_key IS 'Day of its publication (dim_date); 0 where it is unknown.';
COMMENT ON COLUMN fact_office.source_key IS 'Agency that wrote it (dim_source); 0 where it is unknown.';
COMMENT ON COLUMN fact_office.person_key IS 'The holder (dim_person).';
COMMENT ON COLUMN fact_office.office_key IS 'The office (dim_office).';
COMMENT ON COLUMN fact_office.status IS 'current, former or acting, as of the document.';
COMMENT ON COLUMN fact_office.start_char IS 'First character in the clean body.';
COMMENT ON COLUMN fact_office.end_char IS 'Character after the last in the clean body.';
COMMENT ON COLUMN fact_office.raw_start IS 'First character in the raw text.';
COMMENT ON COLUMN fact_office.raw_end IS 'Character after the last in the raw text.';
