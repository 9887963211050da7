-- Who came to an event for whom: people by country with the office in which they came and what they did there; the latest events first.
-- key: event_key, person_key    reads: fact_participation, meeting, dim_person, dim_office    params: $event
-- $event TEXT: part of the event's name, place or body; example: Samarkand
SELECT
    meeting.start_date,
    meeting.name AS event,
    meeting.place,
    coalesce(max(fact.country_code), max(office.country_code), person.country_code) AS country_code,
    person.name AS person,
    list_sort(list_distinct(list(office.title))) AS offices,
    list_sort(list_distinct(list(fact.role))) AS roles
FROM fact_participation AS fact
INNER JOIN meeting USING (event_key)
INNER JOIN dim_person AS person USING (person_key)
LEFT JOIN dim_office AS office ON fact.office_key = office.office_key AND office.office_key <> 0
WHERE
    person.person_key <> 0
    AND contains(lower(concat_ws(' ', meeting.name, meeting.place, meeting.organization)), lower($event))
GROUP BY
    meeting.event_key,
    meeting.start_date,
    meeting.name,
    meeting.place,
    person.person_key,
    person.name,
    person.country_code
ORDER BY meeting.start_date DESC NULLS LAST, event, meeting.event_key, country_code NULLS LAST, person;
