-- meta.failed_row: One row an example of what broke an expectation or check, at most twenty each, of the last runs.
-- key: run_id, table_name, expectation, column_name, example    reads: nothing    params: none
CREATE TABLE IF NOT EXISTS meta.failed_row (
    run_id VARCHAR NOT NULL,
    table_name VARCHAR NOT NULL,
    expectation VARCHAR NOT NULL,
    column_name VARCHAR NOT NULL,
    example INTEGER NOT NULL,
    "value" VARCHAR NOT NULL,
    document_key BIGINT,
    uri VARCHAR,
    fact VARCHAR,
    fact_key BIGINT,
    raw_start BIGINT,
    raw_end BIGINT,
    text_before VARCHAR,
    text_at VARCHAR,
    text_after VARCHAR,
    CHECK (fact IN ('quote', 'mention', 'office', 'event'))
);

COMMENT ON TABLE meta.failed_row IS 'One row an example of what broke an expectation or check, at most twenty each, of the last runs.';
COMMENT ON COLUMN meta.failed_row.run_id IS 'The run that found it.';
COMMENT ON COLUMN meta.failed_row.table_name IS 'The table that it stood in.';
COMMENT ON COLUMN meta.failed_row.expectation IS 'Name of the expectation or check.';
COMMENT ON COLUMN meta.failed_row.column_name IS 'The columns that the expectation speaks of, as in meta.validation.';
COMMENT ON COLUMN meta.failed_row.example IS 'Number of the example, from 1.';
COMMENT ON COLUMN meta.failed_row."value" IS 'What stood there; of a check, the row that it returned.';
COMMENT ON COLUMN meta.failed_row.document_key IS 'The document, which may have been set aside; NULL where the row is of none.';
COMMENT ON COLUMN meta.failed_row.uri IS 'Where the document was found.';
COMMENT ON COLUMN meta.failed_row.fact IS 'What fact_key is the key of, as dateline trace calls it: quote, mention, office or event.';
COMMENT ON COLUMN meta.failed_row.fact_key IS 'Key of the fact in the star.';
COMMENT ON COLUMN meta.failed_row.raw_start IS 'First character of it in the raw document.';
COMMENT ON COLUMN meta.failed_row.raw_end IS 'One past the last character.';
COMMENT ON COLUMN meta.failed_row.text_before IS 'Some raw characters before it.';
COMMENT ON COLUMN meta.failed_row.text_at IS 'The raw characters that it points at; of a long piece the first.';
COMMENT ON COLUMN meta.failed_row.text_after IS 'Some raw characters after it.';
