-- Why a document was set aside last.
-- key: none    reads: meta.quarantine    params: $uri
SELECT stage, reason, detail
FROM meta.quarantine
WHERE uri = $uri
ORDER BY at DESC
LIMIT 1;
