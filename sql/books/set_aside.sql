-- Why a document was set aside last.
-- key: none    reads: meta.quarantine, meta.run    params: $uri
SELECT quarantine.stage, quarantine.reason, quarantine.detail
FROM meta.quarantine
LEFT JOIN meta.run AS run USING (run_id)
WHERE quarantine.uri = $uri
ORDER BY run.number DESC NULLS LAST, quarantine."at" DESC
LIMIT 1;
