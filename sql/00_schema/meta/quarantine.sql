-- meta.quarantine: One row a record that a run set aside, and why.
-- key: none: a record may be set aside more than once    reads: nothing    params: none
CREATE TABLE IF NOT EXISTS meta.quarantine (
    uri VARCHAR NOT NULL,
    stage VARCHAR NOT NULL,
    reason VARCHAR NOT NULL,
    detail VARCHAR NOT NULL,
    run_id VARCHAR NOT NULL,
    "at" TIMESTAMP NOT NULL,
    CHECK (stage IN ('ingest', 'clean', 'extract', 'validate', 'resolve', 'load'))
);

COMMENT ON TABLE meta.quarantine IS 'One row a record that a run set aside, and why.';
COMMENT ON COLUMN meta.quarantine.uri IS 'Where it was found.';
COMMENT ON COLUMN meta.quarantine.stage IS 'The stage that set it aside.';
COMMENT ON COLUMN meta.quarantine.reason IS 'Why, one word of a fixed list.';
COMMENT ON COLUMN meta.quarantine.detail IS 'Why, in a sentence.';
COMMENT ON COLUMN meta.quarantine.run_id IS 'The run that set it aside.';
COMMENT ON COLUMN meta.quarantine."at" IS 'When (UTC).';
