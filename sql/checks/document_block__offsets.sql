-- severity: critical
-- scope: document
-- means: A block ends after its raw text does.
-- reads: document_block, dim_document    params: none
SELECT block.document_key, block.block, block.raw_end, document.raw_chars
FROM document_block AS block
INNER JOIN dim_document AS document USING (document_key)
WHERE block.raw_end > document.raw_chars;
