-- severity: critical
-- scope: document
-- means: The lengths that a document states are not those of its text.
-- reads: dim_document, document_text    params: none
SELECT document.document_key, document.body_chars, length(text.body) AS body_length, document.raw_chars, length(text.raw) AS raw_length
FROM dim_document AS document
INNER JOIN document_text AS text USING (document_key)
WHERE document.body_chars <> length(text.body) OR document.raw_chars <> length(text.raw);
