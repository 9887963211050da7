-- stage.office: One row a statement that a person holds an office.
-- key: none    reads: nothing    params: none
CREATE TABLE IF NOT EXISTS stage.office (
    document_key BIGINT NOT NULL,
    person BIGINT NOT NULL,
    office_key BIGINT NOT NULL,
    status VARCHAR NOT NULL,
    start_char BIGINT NOT NULL,
    end_char BIGINT NOT NULL,
    raw_start BIGINT NOT NULL,
    raw_end BIGINT NOT NULL
);

COMMENT ON TABLE stage.office IS 'One row a statement that a person holds an office.';
COMMENT ON COLUMN stage.office.document_key IS 'The document.';
COMMENT ON COLUMN stage.office.person IS 'Number of the person within the document.';
COMMENT ON COLUMN stage.office.office_key IS 'The office; 0 where there is none.';
COMMENT ON COLUMN stage.office.status IS 'Status, as of the document.';
COMMENT ON COLUMN stage.office.start_char IS 'First character in the clean body.';
COMMENT ON COLUMN stage.office.end_char IS 'Character after the last in the clean body.';
COMMENT ON COLUMN stage.office.raw_start IS 'First character in the raw text.';
COMMENT ON COLUMN stage.office.raw_end IS 'Character after the last in the raw text.';
