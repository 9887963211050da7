-- stage.event_block: the blocks of tonight's reports.
-- key: code, document_key, event    reads: incoming (a registered frame)    params: none
INSERT INTO stage.event_block BY NAME
SELECT code, is_coarse, document_key, event
FROM incoming;
