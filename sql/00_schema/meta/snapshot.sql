-- meta.snapshot: One row: the snapshot that this file is; none before the first publication.
-- key: snapshot_id    reads: nothing    params: none
CREATE TABLE IF NOT EXISTS meta.snapshot (
    snapshot_id VARCHAR PRIMARY KEY,
    run_id VARCHAR NOT NULL,
    published_at TIMESTAMP NOT NULL
);

COMMENT ON TABLE meta.snapshot IS 'One row: the snapshot that this file is; none before the first publication.';
COMMENT ON COLUMN meta.snapshot.snapshot_id IS 'Name of the snapshot.';
COMMENT ON COLUMN meta.snapshot.run_id IS 'The run that published it.';
COMMENT ON COLUMN meta.snapshot.published_at IS 'When (UTC).';
