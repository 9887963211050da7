-- One row an event that a document reports; `start` has the precision that is known.
SELECT
    report.document_key,
    report.event_key,
    event.name,
    event.type,
    [name FOR name IN [body.name, body.acronym, parent.name] IF name IS NOT NULL] AS bodies,
    [name FOR name IN [place.name, place.country_name] IF name IS NOT NULL] AS places,
    left(event.start_date::VARCHAR, CASE event.date_precision WHEN 'year' THEN 4 WHEN 'month' THEN 7 ELSE 10 END) AS start,
    event.is_planned,
    coalesce(attended.participants, []) AS participants
FROM fact_event_report AS report
INNER JOIN dim_event AS event USING (event_key)
LEFT JOIN dim_organization AS body ON event.organization_key = body.organization_key AND body.organization_key <> 0
LEFT JOIN dim_organization AS parent
    ON body.parent_organization_key = parent.organization_key AND parent.organization_key <> 0
LEFT JOIN dim_place AS place ON event.place_key = place.place_key AND place.place_key <> 0
LEFT JOIN (
    SELECT document_key, event_key, list(DISTINCT person_key ORDER BY person_key) AS participants
    FROM fact_participation
    WHERE person_key <> 0
    GROUP BY document_key, event_key
) AS attended ON report.document_key = attended.document_key AND report.event_key = attended.event_key
WHERE report.event_key <> 0
ORDER BY report.document_key, report.start_char, report.event_key;
