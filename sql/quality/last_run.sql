-- The last run, the last run that was held to rules, and what analysts see: one row, or none before the first run.
-- key: run_id    reads: meta.run, meta.validation, meta.snapshot, meta.document_version    params: none
WITH numbered AS (
    SELECT
        *,
        row_number() OVER (ORDER BY number DESC NULLS LAST, started_at DESC, run_id DESC) AS age
    FROM meta.run
)

SELECT
    last.run_id,
    last.flow,
    last.state,
    last.started_at,
    date_diff('second', last.started_at, last.ended_at) AS seconds,
    last.failed_stage,
    left(last.cause, 1000) AS cause,
    checked.run_id AS checked_run_id,
    checked.started_at AS checked_at,
    snapshot.snapshot_id,
    snapshot.published_at,
    coalesce(last.outcomes['new'], 0) AS new_records,
    coalesce(last.outcomes['changed'], 0) AS changed_records,
    coalesce(last.outcomes['quarantined'], 0) AS set_aside_records,
    (
        SELECT count(*)
        FROM (
            SELECT arg_max(state, version) AS state
            FROM meta.document_version
            GROUP BY uri
        )
        WHERE state = 'quarantined'
    ) AS waiting
FROM numbered AS last
LEFT JOIN (
    SELECT *
    FROM numbered
    SEMI JOIN meta.validation USING (run_id)
    ORDER BY age
    LIMIT 1
) AS checked ON TRUE
LEFT JOIN meta.snapshot AS snapshot ON TRUE
WHERE last.age = 1;
