-- attendance: who took part in what was held in the twelve months before the latest news, and in what the night reported.
-- key: event_key, person_key
-- reads: known_event, edition, fact_participation, dim_person    params: none
CREATE OR REPLACE TEMP TABLE attendance AS
SELECT
    fact.event_key,
    fact.person_key,
    person.name,
    coalesce(min(fact.country_code), person.country_code) AS country_code,
    event.start_date,
    event.is_tonight
FROM fact_participation AS fact
INNER JOIN known_event AS event USING (event_key)
INNER JOIN dim_person AS person USING (person_key)
CROSS JOIN edition
WHERE
    fact.person_key <> 0
    AND NOT event.is_planned
    AND (event.is_tonight OR event.start_date BETWEEN edition.latest_news - INTERVAL 12 MONTH AND edition.day)
GROUP BY fact.event_key, fact.person_key, person.name, person.country_code, event.start_date, event.is_tonight;
