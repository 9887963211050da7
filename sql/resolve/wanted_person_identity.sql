-- What the wanted documents hold of stage.person_identity.
-- key: none    reads: stage.person_identity, wanted_document    params: none
SELECT document_key, person, person_key
FROM stage.person_identity
SEMI JOIN wanted_document USING (document_key);
