-- The meetings to read about: those held last, and those announced, what the night reported first.
-- key: event_key    reads: known_event, edition, fact_participation, dim_person    params: $most
WITH chosen AS (
    SELECT
        event.*,
        row_number() OVER (
            PARTITION BY event.is_planned
            ORDER BY
                event.is_tonight DESC,
                event.is_planned AND event.over <= edition.day,
                if(event.is_planned AND event.over > edition.day, event.start_date, NULL),
                event.start_date DESC NULLS LAST,
                event.stories DESC,
                event.event_key
        ) AS place_in_list
    FROM known_event AS event
    CROSS JOIN edition
    WHERE event.is_tonight OR event.start_date BETWEEN edition.latest_news - INTERVAL 18 MONTH AND edition.day
        OR (event.is_planned AND event.start_date >= edition.latest_news)
    QUALIFY place_in_list <= $most
)

SELECT
    chosen.event_key,
    chosen.name,
    chosen.type,
    chosen.start_date,
    chosen.end_date,
    chosen.date_precision,
    chosen.is_planned,
    coalesce(chosen.is_planned AND chosen.over <= edition.day, FALSE) AS is_overdue,
    chosen.is_tonight,
    chosen.place,
    chosen.organization,
    chosen.stories,
    coalesce(attended.people, 0) AS people,
    coalesce(attended.countries, []) AS countries
FROM chosen
CROSS JOIN edition
LEFT JOIN (
    SELECT
        fact.event_key,
        count(DISTINCT fact.person_key) AS people,
        list_sort(list_distinct(list(coalesce(fact.country_code, person.country_code))))[1:12] AS countries
    FROM fact_participation AS fact
    INNER JOIN chosen ON fact.event_key = chosen.event_key
    INNER JOIN dim_person AS person USING (person_key)
    WHERE fact.person_key <> 0
    GROUP BY fact.event_key
) AS attended ON chosen.event_key = attended.event_key
ORDER BY chosen.is_planned, chosen.place_in_list;
