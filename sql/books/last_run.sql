-- The last run that touched the build, whatever the clock said.
-- key: run_id    reads: meta.run    params: none
SELECT run_id, corrections, made_by
FROM meta.run
WHERE state <> 'unchanged'
ORDER BY number DESC NULLS LAST, started_at DESC
LIMIT 1;
