-- document_block: one row a block of a current document, made anew where its staged rows changed.
-- key: document_key, block    reads: stage.block, stale_text, fresh_text    params: none
DELETE FROM document_block WHERE document_key IN (SELECT document_key FROM stale_text);

INSERT INTO document_block BY NAME
SELECT document_key, block, raw_start, raw_end, is_kept, reason, rule, language
FROM stage.block
SEMI JOIN fresh_text USING (document_key);
