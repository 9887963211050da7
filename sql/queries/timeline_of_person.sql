-- Everything about somebody in order of time: offices, meetings, words.
-- key: day, what, detail    reads: dim_person, office_history, meeting, fact_participation, quote    params: $person
-- $person TEXT: part of the name, with or without accents; example: Toktorbayev
WITH chosen AS (
    SELECT person_key, name
    FROM dim_person
    WHERE person_key <> 0 AND contains(strip_accents(lower(name)), strip_accents(lower($person)))
)

SELECT
    chosen.name AS person,
    happened.day,
    happened.what,
    happened.detail
FROM chosen
INNER JOIN (
    SELECT
        person_key,
        first_seen AS day,
        'in office' AS what,
        concat_ws(', ', office, organization, country_code) AS detail
    FROM office_history
    WHERE first_seen IS NOT NULL
    UNION ALL BY NAME
    SELECT
        person_key,
        first_seen_former AS day,
        'out of office' AS what,
        concat_ws(', ', office, organization, country_code) AS detail
    FROM office_history
    WHERE first_seen_former IS NOT NULL
    UNION ALL BY NAME
    SELECT DISTINCT
        fact.person_key,
        meeting.start_date AS day,
        if(meeting.is_planned, 'to attend', 'attended') AS what,
        concat_ws(', ', meeting.name, meeting.place) AS detail
    FROM fact_participation AS fact
    INNER JOIN meeting USING (event_key)
    UNION ALL BY NAME
    SELECT
        person_key,
        published_date AS day,
        'said' AS what,
        text AS detail
    FROM quote
    WHERE is_canonical
) AS happened USING (person_key)
ORDER BY chosen.name, chosen.person_key, happened.day NULLS LAST, happened.what, happened.detail;
