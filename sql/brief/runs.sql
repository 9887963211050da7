-- The last runs up to the night, the latest first.
-- key: run_id    reads: edition, meta.run    params: $most
SELECT
    run.run_id,
    run.flow,
    run.started_at,
    run.state,
    date_diff('second', run.started_at, run.ended_at) AS seconds,
    coalesce(run.outcomes['new'], 0) AS new_records,
    coalesce(run.outcomes['changed'], 0) AS changed_records,
    coalesce(run.outcomes['quarantined'], 0) AS quarantined_records
FROM meta.run AS run
INNER JOIN edition ON run.started_at::DATE <= edition.day
ORDER BY run.started_at DESC, run.run_id DESC
LIMIT $most;
