-- Who met whom more than twice in a year: pairs of people and the years in which it happened, with the events.
-- key: person_a, person_b, year    reads: who_met_whom    params: none
SELECT
    person_a,
    country_a,
    person_b,
    country_b,
    year(start_date) AS year,
    count(*) AS events,
    list(event ORDER BY start_date, event) AS at
FROM who_met_whom
WHERE NOT is_planned AND start_date IS NOT NULL
GROUP BY person_key_a, person_a, country_a, person_key_b, person_b, country_b, year(start_date)
HAVING count(*) > 2
ORDER BY events DESC, year DESC, person_a, person_b;
