-- Records whose last version is in quarantine, each with why it was set aside last.
-- key: uri    reads: meta.document_version, meta.quarantine, meta.run    params: none
SELECT quarantine.uri, quarantine.stage, quarantine.reason, quarantine.detail, quarantine.run_id, quarantine."at"
FROM meta.quarantine
INNER JOIN (
    SELECT uri, state
    FROM meta.document_version
    QUALIFY row_number() OVER (PARTITION BY uri ORDER BY version DESC) = 1
) AS version
    ON quarantine.uri = version.uri AND version.state = 'quarantined'
LEFT JOIN meta.run AS run ON quarantine.run_id = run.run_id
QUALIFY row_number() OVER (PARTITION BY quarantine.uri ORDER BY run.number DESC NULLS LAST, quarantine."at" DESC) = 1
ORDER BY quarantine.stage, quarantine.reason, quarantine.uri;
