-- Examples of what broke a rule in a run; whether their documents are set aside now, and whether the run
-- was published, so that commands find what it brought.
-- key: table_name, expectation, column_name, example    reads: meta.failed_row, meta.document_version, meta.run
-- params: $run_id, $most
SELECT
    failed.table_name,
    failed.expectation,
    failed.column_name,
    left(failed."value", 500) AS "value",
    failed.uri,
    failed.fact,
    failed.fact_key,
    failed.raw_start,
    failed.raw_end,
    failed.text_before,
    failed.text_at,
    failed.text_after,
    coalesce(latest.state = 'quarantined', FALSE) AS is_set_aside,
    coalesce(run.state = 'published', FALSE) AS is_published
FROM meta.failed_row AS failed
LEFT JOIN meta.run AS run USING (run_id)
LEFT JOIN (
    SELECT
        uri,
        arg_max(state, version) AS state
    FROM meta.document_version
    WHERE uri IN (SELECT uri FROM meta.failed_row)
    GROUP BY uri
) AS latest ON failed.uri = latest.uri
WHERE failed.run_id = $run_id
ORDER BY failed.table_name, failed.expectation, failed.column_name, failed.example
LIMIT $most;
