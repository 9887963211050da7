-- The timeline: meetings of the 18 months before the latest news, or of as many as hold $least of them, and of the 6
-- after it, by convening body, an organ under its parent; the busiest have a lane each, all others share one. Meetings
-- of one lane within ten days are one mark, which the most reported of them names. A month's meeting stands in its
-- middle; whole years are left out.
-- key: body, is_planned, day    reads: known_event, edition
-- params: $least (meetings), $lanes, $most
WITH dated AS (
    SELECT
        event.*,
        event.start_date + if(event.date_precision = 'month', 14, 0) AS day,
        event.start_date >= edition.latest_news - INTERVAL 18 MONTH AS is_recent
    FROM known_event AS event
    CROSS JOIN edition
    WHERE event.date_precision IN ('day', 'month') AND event.start_date <= edition.latest_news + INTERVAL 6 MONTH
),

near AS (
    SELECT *
    FROM dated
    QUALIFY is_recent OR row_number() OVER (ORDER BY start_date DESC, event_key) <= $least
),

lane AS (
    SELECT body
    FROM near
    WHERE body IS NOT NULL
    GROUP BY body
    HAVING count(*) > 1
    ORDER BY count(*) DESC, body
    LIMIT $lanes
),

told AS (
    SELECT
        near.*,
        lane.body AS lane,
        near.day - DATE '2000-01-01' AS days,
        (near.stories, near.is_tonight, near.event_key) AS weight
    FROM near
    LEFT JOIN lane ON near.body = lane.body
)

SELECT
    lane AS body,
    is_planned,
    max_by(event_key, weight) AS event_key,
    max_by(name, weight) AS name,
    max_by(day, weight) AS day,
    max_by(date_precision, weight) AS date_precision,
    max_by(place, weight) AS place,
    bool_or(is_tonight) AS is_tonight,
    count(*) AS meetings,
    sum(stories)::BIGINT AS stories
FROM told
GROUP BY lane, is_planned, days // 10
ORDER BY day DESC, body NULLS LAST, is_planned, event_key
LIMIT $most;
