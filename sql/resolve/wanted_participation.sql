-- What the wanted documents hold of stage.participation.
-- key: none    reads: stage.participation, wanted_document    params: none
SELECT document_key, event, person
FROM stage.participation
SEMI JOIN wanted_document USING (document_key);
