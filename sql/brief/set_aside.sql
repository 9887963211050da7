-- Records in quarantine by stage and reason: how many now, how many of them since the night, and one of them.
-- key: stage, reason    reads: edition, meta.document_version, meta.quarantine    params: $most
SELECT
    quarantine.stage,
    quarantine.reason,
    count(*) AS records,
    count(*) FILTER (quarantine."at"::DATE = edition.day) AS tonight,
    left(max_by(quarantine.uri, (quarantine."at", quarantine.uri)), 200) AS example
FROM (
    SELECT *
    FROM meta.quarantine
    QUALIFY row_number() OVER (PARTITION BY uri ORDER BY "at" DESC, run_id DESC, stage, reason) = 1
) AS quarantine
INNER JOIN (
    SELECT uri, arg_max(state, version) AS state
    FROM meta.document_version
    GROUP BY uri
) AS latest ON quarantine.uri = latest.uri AND latest.state = 'quarantined'
INNER JOIN edition ON quarantine."at"::DATE <= edition.day
GROUP BY quarantine.stage, quarantine.reason
ORDER BY tonight DESC, records DESC, quarantine.stage, quarantine.reason
LIMIT $most;
