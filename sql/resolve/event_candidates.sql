-- Reports that share a block with one of tonight's.
-- key: document_key, event, other_key, other_event    reads: stage.event_block, incoming (a registered frame)    params: none
SELECT DISTINCT tonight.document_key, tonight.event, held.document_key AS other_key, held.event AS other_event
FROM incoming AS tonight
INNER JOIN stage.event_block AS held USING (code)
WHERE tonight.is_coarse OR held.is_coarse;
