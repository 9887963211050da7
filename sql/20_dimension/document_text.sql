-- document_text: one row a current document, made anew where its staged rows changed.
-- key: document_key    reads: stage.document, stale_text, fresh_text    params: none
DELETE FROM document_text WHERE document_key IN (SELECT document_key FROM stale_text);

INSERT INTO document_text BY NAME
SELECT document_key, body, raw
FROM stage.document
SEMI JOIN fresh_text USING (document_key);
