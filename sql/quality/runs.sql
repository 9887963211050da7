-- The last runs, the latest first, with what failed in them.
-- key: run_id    reads: meta.run, meta.validation    params: $most
SELECT
    run.run_id,
    run.flow,
    run.started_at,
    run.state,
    date_diff('second', run.started_at, run.ended_at) AS seconds,
    coalesce(run.outcomes['new'], 0) AS new_records,
    coalesce(run.outcomes['changed'], 0) AS changed_records,
    coalesce(run.outcomes['quarantined'], 0) AS set_aside_records,
    coalesce(tested.checks, 0) AS checks,
    coalesce(tested.failed, 0) AS failed,
    coalesce(tested.warned, 0) AS warned
FROM meta.run AS run
LEFT JOIN (
    SELECT
        run_id,
        count(*) AS checks,
        count(*) FILTER (NOT success AND severity = 'critical') AS failed,
        count(*) FILTER (NOT success AND severity <> 'critical') AS warned
    FROM meta.validation
    GROUP BY run_id
) AS tested ON run.run_id = tested.run_id
ORDER BY run.number DESC NULLS LAST, run.started_at DESC, run.run_id DESC
LIMIT $most;
