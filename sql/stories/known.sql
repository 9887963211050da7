-- All stories of the index, as clusters see them.
-- key: document_key    reads: stage.story    params: none
SELECT document_key, uri, published_date, agency, outlet
FROM stage.story
ORDER BY document_key;
