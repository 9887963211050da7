-- meta.run: One row a flow run.
-- key: run_id    reads: nothing    params: none
CREATE TABLE IF NOT EXISTS meta.run (
    run_id VARCHAR PRIMARY KEY,
    flow VARCHAR NOT NULL,
    started_at TIMESTAMP NOT NULL,
    ended_at TIMESTAMP,
    state VARCHAR NOT NULL,
    outcomes MAP(VARCHAR, BIGINT) NOT NULL,
    seconds MAP(VARCHAR, DOUBLE) NOT NULL,
    corrections VARCHAR,
    number INTEGER,
    made_by VARCHAR,
    failed_stage VARCHAR,
    cause VARCHAR,
    CHECK (state IN ('running', 'published', 'unchanged', 'withheld', 'failed'))
);

COMMENT ON TABLE meta.run IS 'One row a flow run.';
COMMENT ON COLUMN meta.run.run_id IS 'Name of the run.';
COMMENT ON COLUMN meta.run.flow IS 'The flow that ran.';
COMMENT ON COLUMN meta.run.started_at IS 'When it started (UTC).';
COMMENT ON COLUMN meta.run.ended_at IS 'When it ended (UTC); NULL while it runs, or when it died.';
COMMENT ON COLUMN meta.run.state IS 'running, published, unchanged, withheld or failed.';
COMMENT ON COLUMN meta.run.outcomes IS 'Documents by outcome: found, new, changed, kept, quarantined …';
COMMENT ON COLUMN meta.run.seconds IS 'Seconds by stage.';
COMMENT ON COLUMN meta.run.corrections IS 'SHA-256 of the operator''s corrections that held; NULL without any.';
COMMENT ON COLUMN meta.run.number IS 'Which run it is, from 1: the order of runs, whatever the clock said. NULL for runs of a schema before 5.';
COMMENT ON COLUMN meta.run.made_by IS 'Digest of the SQL and the resolver that made the star.';
COMMENT ON COLUMN meta.run.failed_stage IS 'The stage at which it broke off; NULL where it did not, or where nobody could tell.';
COMMENT ON COLUMN meta.run.cause IS 'Why it broke off, in a sentence.';
