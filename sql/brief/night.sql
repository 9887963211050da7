-- The night that a brief is about, as temporary tables that the other files of this folder read.
-- key: new_document: document_key; new_story: document_key; known_event: event_key
-- reads: arrival, edition, dim_document, dim_event, dim_organization, dim_place, fact_event_report    params: none

CREATE OR REPLACE TEMP TABLE new_document AS
SELECT
    document.document_key,
    document.canonical_document_key,
    document.agency_source_key,
    document.is_story,
    arrival.is_new
FROM arrival
INNER JOIN edition ON arrival.night = edition.day
INNER JOIN dim_document AS document USING (uri);

-- new_story: a story is new when each of its copies came in that night; else the night brought more copies, or changes.
CREATE OR REPLACE TEMP TABLE new_story AS
SELECT
    document.canonical_document_key AS document_key,
    count(*) AS documents,
    count(arrived.document_key) AS arrived,
    bool_and(coalesce(arrived.is_new, FALSE)) AS is_new
FROM dim_document AS document
LEFT JOIN new_document AS arrived USING (document_key)
WHERE
    document.is_story
    AND document.canonical_document_key IN (SELECT canonical_document_key FROM new_document WHERE is_story)
GROUP BY document.canonical_document_key;

-- known_event: what is a meeting; parades, courses and appointments (`other`) are none. `over` is the day after it at the
-- latest: of a month or year, the next one's first.
CREATE OR REPLACE TEMP TABLE known_event AS
SELECT
    event.event_key,
    event.name,
    event.type,
    event.start_date,
    event.end_date,
    event.date_precision,
    CASE event.date_precision
        WHEN 'year' THEN event.start_date + INTERVAL 1 YEAR
        WHEN 'month' THEN event.start_date + INTERVAL 1 MONTH
        ELSE coalesce(event.end_date, event.start_date) + INTERVAL 1 DAY
    END::DATE AS over,
    event.is_planned,
    place.name AS place,
    place.country_code,
    organization.name AS organization,
    coalesce(parent.acronym, parent.name, organization.acronym, organization.name) AS body,
    coalesce(reported.stories, 0) AS stories,
    coalesce(reported.is_tonight, FALSE) AS is_tonight
FROM dim_event AS event
LEFT JOIN dim_place AS place ON event.place_key = place.place_key AND place.place_key <> 0
LEFT JOIN dim_organization AS organization
    ON event.organization_key = organization.organization_key AND organization.organization_key <> 0
LEFT JOIN dim_organization AS parent
    ON organization.parent_organization_key = parent.organization_key AND parent.organization_key <> 0
LEFT JOIN (
    SELECT
        report.event_key,
        count(DISTINCT document.canonical_document_key) AS stories,
        bool_or(arrived.document_key IS NOT NULL) AS is_tonight
    FROM fact_event_report AS report
    INNER JOIN dim_document AS document USING (document_key)
    LEFT JOIN new_document AS arrived USING (document_key)
    GROUP BY report.event_key
) AS reported ON event.event_key = reported.event_key
WHERE event.event_key <> 0 AND event.type <> 'other';
