-- Stories known before that the night told again: how many copies came in, and how many new versions of what was known.
-- key: document_key    reads: new_story, new_document, dim_document, dim_source    params: $most, $longest
SELECT
    document.document_key,
    left(coalesce(document.title, document.uri), $longest) AS title,
    document.language,
    agency.name AS agency,
    document.published_date,
    story.documents,
    count(*) FILTER (arrived.is_new) AS copies,
    count(*) FILTER (NOT arrived.is_new) AS versions
FROM new_story AS story
INNER JOIN dim_document AS document USING (document_key)
INNER JOIN new_document AS arrived ON story.document_key = arrived.canonical_document_key AND arrived.is_story
LEFT JOIN dim_source AS agency ON document.agency_source_key = agency.source_key AND agency.source_key <> 0
WHERE NOT story.is_new
GROUP BY ALL
ORDER BY count(*) DESC, story.documents DESC, document.published_date DESC NULLS LAST, document.document_key
LIMIT $most;
