-- The lines of one document, in the order of the page.
-- key: block    reads: document_block    params: $document_key
SELECT raw_start, raw_end, is_kept, reason, rule, language
FROM document_block
WHERE document_key = $document_key
ORDER BY block;
