-- How the last audit of the night went, table by table.
-- key: table_name    reads: edition, meta.run, meta.validation    params: none
SELECT
    table_name,
    count(*) AS checks,
    count(*) FILTER (NOT success AND severity = 'critical') AS failed,
    count(*) FILTER (NOT success AND severity <> 'critical') AS warned
FROM meta.validation
WHERE
    run_id = (
        SELECT max_by(run.run_id, (run.started_at, run.run_id))
        FROM meta.run AS run
        INNER JOIN edition ON run.started_at::DATE <= edition.day
        WHERE run.run_id IN (SELECT run_id FROM meta.validation)
    )
GROUP BY table_name
ORDER BY failed DESC, warned DESC, table_name;
