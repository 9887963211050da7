-- meta.validation: One row an expectation or check that a run tested.
-- key: run_id, table_name, expectation, column_name    reads: nothing    params: none
CREATE TABLE IF NOT EXISTS meta.validation (
    run_id VARCHAR NOT NULL,
    table_name VARCHAR NOT NULL,
    expectation VARCHAR NOT NULL,
    column_name VARCHAR NOT NULL,
    severity VARCHAR NOT NULL,
    success BOOLEAN NOT NULL,
    observed_value VARCHAR,
    unexpected_count BIGINT NOT NULL,
    means VARCHAR NOT NULL,
    checked_at TIMESTAMP NOT NULL,
    layer VARCHAR,
    expected VARCHAR,
    CHECK (severity IN ('critical', 'warning', 'info'))
);

COMMENT ON TABLE meta.validation IS 'One row an expectation or check that a run tested.';
COMMENT ON COLUMN meta.validation.run_id IS 'The run that tested it.';
COMMENT ON COLUMN meta.validation.table_name IS 'The table that it speaks of.';
COMMENT ON COLUMN meta.validation.expectation IS 'Name of the expectation or check.';
COMMENT ON COLUMN meta.validation.column_name IS 'The columns that it speaks of, with commas; empty where it is the whole table.';
COMMENT ON COLUMN meta.validation.severity IS 'critical withholds publication, warning is recorded.';
COMMENT ON COLUMN meta.validation.success IS 'Nothing unexpected was found.';
COMMENT ON COLUMN meta.validation.observed_value IS 'What was seen, where the expectation measures something, else examples of what failed.';
COMMENT ON COLUMN meta.validation.unexpected_count IS 'Rows that broke it.';
COMMENT ON COLUMN meta.validation.means IS 'What a failure would mean.';
COMMENT ON COLUMN meta.validation.checked_at IS 'When (UTC).';
COMMENT ON COLUMN meta.validation.layer IS 'What was held to it: staged (batches and resolution), star, check (in SQL, on the star) or drift (sources against their nights before). NULL for runs of a schema before 6.';
COMMENT ON COLUMN meta.validation.expected IS 'What is expected, in plain words. NULL likewise.';
