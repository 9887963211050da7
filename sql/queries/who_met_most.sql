-- Who met whom most often: pairs of people of two countries or bodies at events that took place, by number of events.
-- key: person_a, person_b    reads: who_met_whom    params: none
SELECT
    person_a,
    country_a,
    person_b,
    country_b,
    count(*) AS events,
    min(start_date) AS first_met,
    max(start_date) AS last_met
FROM who_met_whom
WHERE NOT is_planned AND coalesce(country_a <> country_b, TRUE)
GROUP BY person_key_a, person_a, country_a, person_key_b, person_b, country_b
ORDER BY events DESC, last_met DESC, person_a, person_b
LIMIT 20;
