-- meta.snapshot: the one row that says which snapshot the file is.
-- key: snapshot_id    reads: nothing    params: $snapshot_id, $run_id, $at
DELETE FROM meta.snapshot;

INSERT INTO meta.snapshot VALUES ($snapshot_id, $run_id, $at);
