-- Every time that a record was set aside, the latest first.
-- key: none    reads: meta.quarantine, meta.run    params: $uri
SELECT quarantine.uri, quarantine.stage, quarantine.reason, quarantine.detail, quarantine.run_id, quarantine."at"
FROM meta.quarantine
LEFT JOIN meta.run AS run USING (run_id)
WHERE quarantine.uri = $uri
ORDER BY run.number DESC NULLS LAST, quarantine."at" DESC;
