-- The rules that a run was held to, with what came of them, and how they went in the last $runs runs that were held to any.
-- A run that stages in parts holds each part to the same rules: what failed in one has failed.
-- key: table_name, column_name, expectation    reads: meta.run, meta.validation    params: $run_id, $runs
WITH watched AS (
    SELECT
        run_id,
        started_at,
        row_number() OVER (ORDER BY number NULLS FIRST, started_at, run_id) AS place
    FROM meta.run
    SEMI JOIN meta.validation USING (run_id)
    ORDER BY number DESC NULLS LAST, started_at DESC
    LIMIT $runs
),

tested AS (
    SELECT
        run_id,
        table_name,
        column_name,
        expectation,
        any_value(layer) AS layer,
        any_value(expected) AS expected,
        min(severity) AS severity,  -- critical, where a rule has both
        bool_and(success) AS success,
        any_value(left(observed_value, 400)) FILTER (NOT success) AS observed,
        sum(unexpected_count)::BIGINT AS unexpected_count,
        any_value(left(means, 400)) AS means
    FROM meta.validation
    SEMI JOIN watched USING (run_id)
    GROUP BY run_id, table_name, column_name, expectation
)

SELECT
    tested.layer,
    tested.table_name,
    tested.column_name,
    tested.expectation,
    tested.expected,
    tested.severity,
    tested.success,
    tested.observed,
    tested.unexpected_count,
    tested.means,
    history.history,
    history.last_failed
FROM tested
INNER JOIN (
    SELECT
        tested.table_name,
        tested.column_name,
        tested.expectation,
        list(tested.success ORDER BY watched.place) AS history,
        max(watched.started_at) FILTER (NOT tested.success) AS last_failed
    FROM tested
    INNER JOIN watched USING (run_id)
    GROUP BY tested.table_name, tested.column_name, tested.expectation
) AS history
    ON
        tested.table_name = history.table_name
        AND tested.column_name = history.column_name
        AND tested.expectation = history.expectation
WHERE tested.run_id = $run_id
ORDER BY tested.success, tested.severity, tested.table_name, tested.column_name, tested.expectation;
