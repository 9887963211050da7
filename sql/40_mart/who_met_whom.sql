-- who_met_whom: One row a pair of people at one event; each pair once, the smaller name first.
-- key: event_key, person_key_a, person_key_b
-- reads: fact_participation, dim_event, dim_person, dim_office, dim_place, dim_document    params: none
CREATE OR REPLACE VIEW who_met_whom AS
WITH attendance AS (
    SELECT
        fact.event_key,
        fact.person_key,
        person.name,
        min(office.title) FILTER (office.office_key <> 0) AS office,
        coalesce(min(fact.country_code), person.country_code) AS country_code
    FROM fact_participation AS fact
    INNER JOIN dim_person AS person USING (person_key)
    INNER JOIN dim_office AS office USING (office_key)
    WHERE fact.event_key <> 0 AND fact.person_key <> 0
    GROUP BY fact.event_key, fact.person_key, person.name, person.country_code
),

witness AS (
    SELECT
        one.event_key,
        one.person_key AS person_key_a,
        other.person_key AS person_key_b,
        count(*) AS documents,
        count(DISTINCT document.canonical_document_key) AS stories
    FROM fact_participation AS one
    INNER JOIN fact_participation AS other
        ON
            one.document_key = other.document_key
            AND one.event_key = other.event_key
            AND one.person_key <> other.person_key
    INNER JOIN dim_document AS document ON one.document_key = document.document_key
    GROUP BY one.event_key, one.person_key, other.person_key
)

SELECT
    event.event_key,
    event.name AS event,
    event.type,
    event.start_date,
    place.name AS place,
    event.is_planned,
    a.person_key AS person_key_a,
    a.name AS person_a,
    a.office AS office_a,
    a.country_code AS country_a,
    b.person_key AS person_key_b,
    b.name AS person_b,
    b.office AS office_b,
    b.country_code AS country_b,
    coalesce(witness.documents, 0) AS documents,
    coalesce(witness.stories, 0) AS stories
FROM attendance AS a
INNER JOIN attendance AS b
    ON a.event_key = b.event_key AND (a.name, a.person_key) < (b.name, b.person_key)
INNER JOIN dim_event AS event ON a.event_key = event.event_key
LEFT JOIN dim_place AS place ON event.place_key = place.place_key AND place.place_key <> 0
LEFT JOIN witness
    ON
        a.event_key = witness.event_key
        AND a.person_key = witness.person_key_a
        AND b.person_key = witness.person_key_b;

COMMENT ON VIEW who_met_whom IS 'One row a pair of people at one event; each pair once, the smaller name first.';
COMMENT ON COLUMN who_met_whom.event_key IS 'The event (meeting).';
COMMENT ON COLUMN who_met_whom.event IS 'Its label.';
COMMENT ON COLUMN who_met_whom.type IS 'Its type.';
COMMENT ON COLUMN who_met_whom.start_date IS 'Its first day.';
COMMENT ON COLUMN who_met_whom.place IS 'Where.';
COMMENT ON COLUMN who_met_whom.is_planned IS 'Still ahead in the latest report.';
COMMENT ON COLUMN who_met_whom.person_key_a IS 'One person.';
COMMENT ON COLUMN who_met_whom.person_a IS 'Name.';
COMMENT ON COLUMN who_met_whom.office_a IS 'Office in which the person took part, where a document states it.';
COMMENT ON COLUMN who_met_whom.country_a IS 'Country that the person represented.';
COMMENT ON COLUMN who_met_whom.person_key_b IS 'The other person.';
COMMENT ON COLUMN who_met_whom.person_b IS 'Name.';
COMMENT ON COLUMN who_met_whom.office_b IS 'Office in which the person took part, where a document states it.';
COMMENT ON COLUMN who_met_whom.country_b IS 'Country that the person represented.';
COMMENT ON COLUMN who_met_whom.documents IS 'Documents that name both as participants; 0 where each is named by another document.';
COMMENT ON COLUMN who_met_whom.stories IS 'The same, near-duplicates counted once.';
