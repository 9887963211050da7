-- What failed in the last audit of the night, critical first.
-- key: table_name, expectation, column_name    reads: edition, meta.run, meta.validation    params: $most
SELECT
    table_name,
    expectation,
    column_name,
    severity,
    left(observed_value, 200) AS observed_value,
    unexpected_count,
    left(means, 400) AS means
FROM meta.validation
WHERE
    NOT success
    AND run_id = (
        SELECT max_by(run.run_id, (run.started_at, run.run_id))
        FROM meta.run AS run
        INNER JOIN edition ON run.started_at::DATE <= edition.day
        WHERE run.run_id IN (SELECT run_id FROM meta.validation)
    )
ORDER BY severity, unexpected_count DESC, table_name, expectation, column_name
LIMIT $most;
