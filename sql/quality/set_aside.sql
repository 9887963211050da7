-- Records in quarantine by stage and reason: how many now, how many of them by a run, and the latest of them.
-- key: stage, reason    reads: meta.document_version, meta.quarantine    params: $run_id, $most, $examples
SELECT
    last.stage,
    last.reason,
    count(*) AS records,
    count(*) FILTER (last.run_id = $run_id) AS in_run,
    list(left(last.uri, 300) ORDER BY last."at" DESC, last.uri)[:$examples] AS examples,
    list(left(last.detail, 300) ORDER BY last."at" DESC, last.uri)[:$examples] AS details
FROM (
    SELECT *
    FROM meta.quarantine
    QUALIFY row_number() OVER (PARTITION BY uri ORDER BY "at" DESC, run_id DESC, stage, reason) = 1
) AS last
INNER JOIN (
    SELECT
        uri,
        arg_max(state, version) AS state
    FROM meta.document_version
    GROUP BY uri
) AS latest ON last.uri = latest.uri AND latest.state = 'quarantined'
GROUP BY last.stage, last.reason
ORDER BY in_run DESC, records DESC, last.stage, last.reason
LIMIT $most;
