-- Every time that a record was set aside, the latest first.
-- key: none    reads: meta.quarantine    params: $uri
SELECT uri, stage, reason, detail, run_id, "at"
FROM meta.quarantine
WHERE uri = $uri
ORDER BY "at" DESC;
