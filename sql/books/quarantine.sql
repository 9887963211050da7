-- meta.quarantine: records that a run set aside.
-- key: none    reads: incoming    params: $run_id, $at
INSERT INTO meta.quarantine BY NAME
SELECT uri, stage, reason, detail, $run_id AS run_id, $at AS "at"
FROM incoming;
