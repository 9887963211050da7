-- severity: critical
-- means: The file says of itself that it is several snapshots.
-- reads: meta.snapshot    params: none
SELECT snapshot_id
FROM meta.snapshot
WHERE (SELECT count(*) FROM meta.snapshot) > 1;
