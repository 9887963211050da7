-- Who wrote what came in: documents of the night by agency, of these new stories, the rest copies or new versions.
-- key: agency    reads: new_document, new_story, dim_source    params: $most
SELECT
    agency.name AS agency,
    count(*) AS documents,
    count(*) FILTER (story.is_new) AS stories,
    count(*) - count(*) FILTER (story.is_new) AS folded
FROM new_document AS document
LEFT JOIN new_story AS story ON document.document_key = story.document_key
LEFT JOIN dim_source AS agency ON document.agency_source_key = agency.source_key AND agency.source_key <> 0
WHERE document.is_story
GROUP BY agency.name
ORDER BY agency.name IS NULL, stories DESC, documents DESC, agency.name
LIMIT $most;
