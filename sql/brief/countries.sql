-- Which countries met: pairs by the number of events at which people of both took part; the busiest countries only.
-- key: country_a, country_b    reads: attendance, dim_place    params: $countries, $most
WITH delegation AS (
    SELECT DISTINCT event_key, country_code, is_tonight
    FROM attendance
    WHERE country_code IS NOT NULL
),

international AS (
    SELECT *
    FROM delegation
    QUALIFY count(*) OVER (PARTITION BY event_key) > 1
),

busiest AS (
    SELECT country_code
    FROM international
    GROUP BY country_code
    ORDER BY count(*) DESC, country_code
    LIMIT $countries
),

country AS (
    SELECT country_code, min(name) AS name
    FROM dim_place
    WHERE kind = 'country'
    GROUP BY country_code
)

SELECT
    a.country_code AS country_a,
    coalesce(min(name_a.name), a.country_code) AS name_a,
    b.country_code AS country_b,
    coalesce(min(name_b.name), b.country_code) AS name_b,
    count(*) AS events,
    count(*) FILTER (a.is_tonight) AS tonight
FROM international AS a
INNER JOIN international AS b ON a.event_key = b.event_key AND a.country_code < b.country_code
INNER JOIN busiest AS busy_a ON a.country_code = busy_a.country_code
INNER JOIN busiest AS busy_b ON b.country_code = busy_b.country_code
LEFT JOIN country AS name_a ON a.country_code = name_a.country_code
LEFT JOIN country AS name_b ON b.country_code = name_b.country_code
GROUP BY a.country_code, b.country_code
ORDER BY events DESC, a.country_code, b.country_code
LIMIT $most;
