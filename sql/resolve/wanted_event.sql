-- What the wanted documents hold of stage.event.
-- key: none    reads: stage.event, wanted_document    params: none
SELECT *
FROM stage.event
SEMI JOIN wanted_document USING (document_key);
