-- What the wanted documents hold of stage.mention.
-- key: none    reads: stage.mention, wanted_document    params: none
SELECT DISTINCT document_key, place_key
FROM stage.mention
SEMI JOIN wanted_document USING (document_key);
