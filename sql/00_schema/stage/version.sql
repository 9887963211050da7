-- stage.version: One row a document that is staged: which version, and a fingerprint of its staged rows.
-- key: document_key    reads: nothing    params: none
CREATE TABLE IF NOT EXISTS stage.version (
    document_key BIGINT NOT NULL,
    extractor_version VARCHAR NOT NULL,
    run_id VARCHAR NOT NULL,
    staged_at TIMESTAMP NOT NULL,
    fingerprint HUGEINT NOT NULL
);

COMMENT ON TABLE stage.version IS 'One row a document that is staged: which version, and a fingerprint of its staged rows.';
COMMENT ON COLUMN stage.version.document_key IS 'The document.';
COMMENT ON COLUMN stage.version.extractor_version IS 'Version of the rules, the model and the outlet profile, if any, that made its rows.';
COMMENT ON COLUMN stage.version.run_id IS 'The run that staged it.';
COMMENT ON COLUMN stage.version.staged_at IS 'When (UTC).';
COMMENT ON COLUMN stage.version.fingerprint IS 'Order-free hash of all its staged rows.';
