-- wanted_document: documents whose reports are asked for.
-- key: document_key    reads: incoming (a registered frame)    params: none
CREATE OR REPLACE TEMP TABLE wanted_document AS
SELECT DISTINCT document_key
FROM incoming;
