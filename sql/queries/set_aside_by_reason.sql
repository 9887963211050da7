-- What was set aside, by stage and reason, how often and when last, with an example.
-- key: stage, reason    reads: meta.quarantine    params: none
SELECT
    stage,
    reason,
    count(DISTINCT uri) AS records,
    max("at") AS last_at,
    max({'at': "at", 'uri': uri, 'detail': detail}).uri AS example,
    max({'at': "at", 'uri': uri, 'detail': detail}).detail AS detail
FROM meta.quarantine
GROUP BY stage, reason
ORDER BY records DESC, stage, reason;
