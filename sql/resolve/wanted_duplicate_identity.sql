-- What the wanted documents hold of stage.duplicate_identity.
-- key: none    reads: stage.duplicate_identity, wanted_document    params: none
SELECT document_key, canonical_document_key
FROM stage.duplicate_identity
SEMI JOIN wanted_document USING (document_key);
