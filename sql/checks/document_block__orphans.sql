-- severity: critical
-- means: A key of document_block has no member in its dimension, so joins lose rows: a staged row names
--   something that its document does not describe.
-- reads: document_block, dim_document    params: none
SELECT DISTINCT 'document_key' AS column_name, document_key AS key_without_member
FROM document_block
ANTI JOIN dim_document AS dimension ON document_block.document_key = dimension.document_key;
