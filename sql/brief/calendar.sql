-- The timeline: meetings of the 18 months before the latest news and the 6 after it, by convening body, an organ
-- under its parent; the busiest have a lane each, all others share one. A month's meeting stands in its middle; whole years are left out.
-- key: event_key    reads: known_event, edition    params: $lanes, $most
WITH near AS (
    SELECT event.*
    FROM known_event AS event
    CROSS JOIN edition
    WHERE
        event.date_precision IN ('day', 'month')
        AND event.start_date BETWEEN edition.latest_news - INTERVAL 18 MONTH AND edition.latest_news + INTERVAL 6 MONTH
),

lane AS (
    SELECT body
    FROM near
    WHERE body IS NOT NULL
    GROUP BY body
    HAVING count(*) > 1
    ORDER BY count(*) DESC, body
    LIMIT $lanes
)

SELECT
    near.event_key,
    near.name,
    near.start_date + if(near.date_precision = 'month', 14, 0) AS day,
    near.date_precision,
    near.place,
    near.is_planned,
    near.is_tonight,
    near.stories,
    lane.body
FROM near
LEFT JOIN lane USING (body)
ORDER BY near.is_tonight DESC, near.stories DESC, near.start_date DESC, near.event_key
LIMIT $most;
