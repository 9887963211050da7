-- What a run set aside.
-- key: none    reads: meta.quarantine    params: $run_id
SELECT uri, stage, reason, detail
FROM meta.quarantine
WHERE run_id = $run_id
ORDER BY stage, reason, uri;
