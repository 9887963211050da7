-- Who met whom more than twice in a year: pairs of people of two countries or bodies, and the years, with the events.
-- key: person_a, person_b, year    reads: who_met_whom    params: $times
-- $times INTEGER = 3: at least so many events in a year; example: 2
SELECT
    person_a,
    country_a,
    person_b,
    country_b,
    year(start_date) AS year,
    count(*) AS events,
    list(event ORDER BY start_date, event) AS at
FROM who_met_whom
WHERE NOT is_planned AND start_date IS NOT NULL AND coalesce(country_a <> country_b, TRUE)
GROUP BY person_key_a, person_a, country_a, person_key_b, person_b, country_b, year(start_date)
HAVING count(*) >= $times
ORDER BY events DESC, year DESC, person_a, person_b;
