-- The snapshot that is exported, and the schema version that it has.
-- key: snapshot_id    reads: star.meta.snapshot, star.meta.schema_version    params: none
SELECT snapshot_id, run_id, published_at, (SELECT max(version) FROM star.meta.schema_version) AS star_version
FROM star.meta.snapshot;
