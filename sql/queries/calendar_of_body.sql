-- The sessions and meetings that a body convened, in order, with place and number; a body is found by part of its name or its acronym.
-- key: event_key    reads: meeting, dim_event, dim_organization    params: $body
-- $body TEXT: part of the body's name, or its acronym or that of its parent; example: SCO
SELECT
    meeting.start_date,
    meeting.end_date,
    meeting.type,
    meeting.ordinal,
    organization.name AS body,
    parent.name AS parent_body,
    meeting.place,
    meeting.country_code,
    len(meeting.participants) AS people_named,
    meeting.stories,
    meeting.is_planned,
    meeting.name
FROM meeting
INNER JOIN dim_event AS event USING (event_key)
INNER JOIN dim_organization AS organization ON event.organization_key = organization.organization_key
LEFT JOIN dim_organization AS parent
    ON organization.parent_organization_key = parent.organization_key AND parent.organization_key <> 0
WHERE
    organization.organization_key <> 0
    AND (
        contains(lower(organization.name), lower($body))
        OR upper($body) IN (organization.acronym, parent.acronym)
    )
ORDER BY meeting.start_date NULLS LAST, meeting.name, meeting.event_key;
