-- stage.audited_document: what the audit need not read again. The file of 00_schema makes the table; the next night reads all
-- documents and fills it.
-- key: document_key    reads: nothing    params: none
DROP TABLE IF EXISTS stage.audited_document;
