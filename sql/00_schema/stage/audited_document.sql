-- stage.audited_document: One row a document whose rows in the star have passed the audit.
-- key: document_key    reads: nothing    params: none
CREATE TABLE IF NOT EXISTS stage.audited_document (
    document_key BIGINT NOT NULL,
    fact_fingerprint HUGEINT NOT NULL,
    audited_by VARCHAR NOT NULL
);

COMMENT ON TABLE stage.audited_document IS 'One row a document whose rows in the star have passed the audit.';
COMMENT ON COLUMN stage.audited_document.document_key IS 'The document.';
COMMENT ON COLUMN stage.audited_document.fact_fingerprint IS 'Hash of all that its facts were made from when they passed, see meta.loaded_document.';
COMMENT ON COLUMN stage.audited_document.audited_by IS 'Digest of the checks and suites that they passed; others see them all again.';
