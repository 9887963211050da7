-- meeting: One row an event: what, where, when, convened by whom, reported by how many, with whom.
-- key: event_key
-- reads: dim_event, dim_place, dim_organization, dim_person, dim_document, dim_source, fact_event_report, fact_participation    params: none
CREATE OR REPLACE VIEW meeting AS
SELECT
    event.event_key,
    event.name,
    event.type,
    event.start_date,
    event.end_date,
    event.date_precision,
    place.name AS place,
    place.country_code,
    place.latitude,
    place.longitude,
    organization.name AS organization,
    event.ordinal,
    event.is_planned,
    coalesce(reported.documents, 0) AS documents,
    coalesce(reported.stories, 0) AS stories,
    coalesce(reported.agencies, []) AS agencies,
    reported.first_reported,
    reported.last_reported,
    coalesce(attended.participants, []) AS participants,
    coalesce(attended.countries, []) AS participant_countries
FROM dim_event AS event
LEFT JOIN dim_place AS place ON event.place_key = place.place_key AND place.place_key <> 0
LEFT JOIN dim_organization AS organization
    ON event.organization_key = organization.organization_key AND organization.organization_key <> 0
LEFT JOIN (
    SELECT
        report.event_key,
        count(*) AS documents,
        count(DISTINCT document.canonical_document_key) AS stories,
        list_sort(list_distinct(list(agency.name) FILTER (agency.source_key <> 0))) AS agencies,
        min(document.published_date) AS first_reported,
        max(document.published_date) AS last_reported
    FROM fact_event_report AS report
    INNER JOIN dim_document AS document USING (document_key)
    INNER JOIN dim_source AS agency ON report.source_key = agency.source_key
    GROUP BY report.event_key
) AS reported USING (event_key)
LEFT JOIN (
    SELECT
        fact.event_key,
        list_sort(list_distinct(list(person.name))) AS participants,
        list_sort(list_distinct(list(coalesce(fact.country_code, person.country_code)))) AS countries
    FROM fact_participation AS fact
    INNER JOIN dim_person AS person USING (person_key)
    WHERE fact.person_key <> 0
    GROUP BY fact.event_key
) AS attended USING (event_key)
WHERE event.event_key <> 0;

COMMENT ON VIEW meeting IS 'One row an event: what, where, when, convened by whom, reported by how many, with whom.';
COMMENT ON COLUMN meeting.event_key IS 'Key of the event.';
COMMENT ON COLUMN meeting.name IS 'Label of the event; not a quotation.';
COMMENT ON COLUMN meeting.type IS 'meeting, session, summit, visit, talks, exercise, conference, signing or other.';
COMMENT ON COLUMN meeting.start_date IS 'First day; a month or year stands as its first day.';
COMMENT ON COLUMN meeting.end_date IS 'Last day.';
COMMENT ON COLUMN meeting.date_precision IS 'How much of the date is known.';
COMMENT ON COLUMN meeting.place IS 'Where; NULL where it is unknown.';
COMMENT ON COLUMN meeting.country_code IS 'Country of the place.';
COMMENT ON COLUMN meeting.latitude IS 'Degrees north.';
COMMENT ON COLUMN meeting.longitude IS 'Degrees east.';
COMMENT ON COLUMN meeting.organization IS 'The convening body or organ.';
COMMENT ON COLUMN meeting.ordinal IS 'Number of the session.';
COMMENT ON COLUMN meeting.is_planned IS 'Still ahead in the latest report.';
COMMENT ON COLUMN meeting.documents IS 'Documents that report it.';
COMMENT ON COLUMN meeting.stories IS 'Independent reports: near-duplicates count once.';
COMMENT ON COLUMN meeting.agencies IS 'Agencies that report it.';
COMMENT ON COLUMN meeting.first_reported IS 'First day of publication.';
COMMENT ON COLUMN meeting.last_reported IS 'Last day of publication.';
COMMENT ON COLUMN meeting.participants IS 'Names of the people who take part, in order.';
COMMENT ON COLUMN meeting.participant_countries IS 'Countries that they represent, in order.';
