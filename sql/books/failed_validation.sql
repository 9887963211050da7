-- What failed in a run, critical findings first.
-- key: table_name, expectation, column_name    reads: meta.validation    params: $run_id
SELECT table_name, expectation, column_name, severity, observed_value, unexpected_count, means
FROM meta.validation
WHERE run_id = $run_id AND NOT success
ORDER BY severity, table_name, expectation, column_name;
