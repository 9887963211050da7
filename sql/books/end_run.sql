-- meta.run: a run ends.
-- key: run_id    reads: meta.run
-- params: $run_id, $ended_at, $state, $outcomes, $seconds, $failed_stage, $cause
UPDATE meta.run SET
    ended_at = $ended_at,
    state = $state,
    outcomes = $outcomes,
    seconds = $seconds,
    failed_stage = $failed_stage,
    cause = $cause
WHERE run_id = $run_id;
