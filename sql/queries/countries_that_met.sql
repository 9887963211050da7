-- Which countries met which, how often and how lately, by the countries of the people who took part.
-- key: country_a, country_b    reads: who_met_whom    params: $country
-- $country TEXT = '': only what this country met, by its code of two letters; example: KZ
SELECT
    least(country_a, country_b) AS country_a,
    greatest(country_a, country_b) AS country_b,
    count(DISTINCT event_key) AS events,
    count(DISTINCT event_key) FILTER (type IN ('meeting', 'talks', 'visit')) AS meetings_talks_visits,
    min(start_date) AS first_met,
    max(start_date) AS last_met
FROM who_met_whom
WHERE NOT is_planned AND country_a <> country_b AND ($country = '' OR upper($country) IN (country_a, country_b))
GROUP BY least(country_a, country_b), greatest(country_a, country_b)
ORDER BY events DESC, country_a, country_b;
