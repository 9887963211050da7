-- meta.failed_row: examples of what broke a rule in a run, at most $most a rule; those of runs before the last $runs go.
-- key: run_id, table_name, expectation, column_name, example    reads: incoming, meta.run
-- params: $run_id, $runs, $most
DELETE FROM meta.failed_row
WHERE run_id NOT IN (
    SELECT run_id
    FROM meta.run
    ORDER BY number DESC NULLS LAST, started_at DESC
    LIMIT $runs
);

INSERT INTO meta.failed_row BY NAME
SELECT
    $run_id AS run_id,
    coalesce(held.examples, 0) + row_number() OVER (
        PARTITION BY incoming.table_name, incoming.expectation, incoming.column_name ORDER BY incoming.place
    ) AS example,
    incoming.* EXCLUDE (place)
FROM incoming
LEFT JOIN (
    SELECT table_name, expectation, column_name, count(*) AS examples
    FROM meta.failed_row
    WHERE run_id = $run_id
    GROUP BY table_name, expectation, column_name
) AS held
    ON
        incoming.table_name = held.table_name
        AND incoming.expectation = held.expectation
        AND incoming.column_name = held.column_name
QUALIFY example <= $most;
