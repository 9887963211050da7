-- What the wanted documents hold of stage.dateline.
-- key: none    reads: stage.dateline, wanted_document    params: none
SELECT document_key, place_key
FROM stage.dateline
SEMI JOIN wanted_document USING (document_key);
