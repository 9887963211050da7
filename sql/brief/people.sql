-- Who met whom: pairs of people, those of the night's reports first, then by the number of events that both attended.
-- key: person_a, person_b    reads: attendance    params: $most, $largest (people at one event: a crowd is no meeting)
WITH small AS (
    SELECT *
    FROM attendance
    QUALIFY count(*) OVER (PARTITION BY event_key) <= $largest
)

SELECT
    a.person_key AS person_key_a,
    min(a.name) AS person_a,
    min(a.country_code) AS country_a,
    b.person_key AS person_key_b,
    min(b.name) AS person_b,
    min(b.country_code) AS country_b,
    count(*) AS events,
    max(a.start_date) AS last_met,
    bool_or(a.is_tonight) AS is_tonight,
    arg_max(a.event_key, (coalesce(a.start_date, DATE '0001-01-01'), a.event_key)) AS event_key
FROM small AS a
INNER JOIN small AS b ON a.event_key = b.event_key AND (a.name, a.person_key) < (b.name, b.person_key)
GROUP BY a.person_key, b.person_key
ORDER BY is_tonight DESC, events DESC, last_met DESC NULLS LAST, person_a, person_b
LIMIT $most;
