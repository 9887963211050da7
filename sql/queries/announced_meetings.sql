-- What is announced and has not been reported as held: planned events, the nearest first.
-- key: event_key    reads: meeting    params: none
SELECT
    start_date,
    date_precision,
    type,
    name,
    organization,
    place,
    first_reported,
    date_diff('day', first_reported, start_date) AS days_of_notice,
    agencies,
    event_key
FROM meeting
WHERE is_planned
ORDER BY start_date NULLS LAST, name, event_key;
