-- meta.validation: what a run tested.
-- key: run_id, table_name, expectation, column_name    reads: incoming    params: $run_id, $at
INSERT INTO meta.validation BY NAME
SELECT
    $run_id AS run_id,
    table_name,
    expectation,
    column_name,
    severity,
    success,
    observed_value,
    unexpected_count,
    means,
    $at AS checked_at,
    layer,
    expected
FROM incoming;
