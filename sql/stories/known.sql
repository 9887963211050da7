-- Stories of the index that have copies, as clusters see them.
-- key: document_key    reads: stage.story, stage.story_pair    params: none
SELECT document_key, uri, published_date, agency, outlet
FROM stage.story
WHERE document_key IN (SELECT left_key FROM stage.story_pair UNION SELECT right_key FROM stage.story_pair)
ORDER BY document_key;
