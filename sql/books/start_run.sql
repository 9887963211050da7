-- meta.run: a run begins; since there is one writer, runs that still count as running have died.
-- key: run_id    reads: meta.run    params: $run_id, $flow, $started_at, $corrections, $made_by
UPDATE meta.run SET state = 'failed' WHERE state = 'running';

INSERT INTO meta.run BY NAME
SELECT
    $run_id AS run_id,
    $flow AS flow,
    $started_at AS started_at,
    'running' AS state,
    MAP {} AS outcomes,
    MAP {} AS seconds,
    $corrections AS corrections,
    (SELECT coalesce(max(number), count(*)) + 1 FROM meta.run) AS number,
    $made_by AS made_by;
