-- What the wanted documents hold of stage.document.
-- key: none    reads: stage.document, wanted_document    params: none
SELECT document_key, published_date
FROM stage.document
SEMI JOIN wanted_document USING (document_key);
