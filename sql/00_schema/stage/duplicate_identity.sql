-- stage.duplicate_identity: One row a document: the earliest of its near-duplicate cluster.
-- key: document_key    reads: nothing    params: none
CREATE TABLE IF NOT EXISTS stage.duplicate_identity (
    document_key BIGINT NOT NULL,
    canonical_document_key BIGINT NOT NULL,
    because VARCHAR NOT NULL
);

COMMENT ON TABLE stage.duplicate_identity IS 'One row a document: the earliest of its near-duplicate cluster.';
COMMENT ON COLUMN stage.duplicate_identity.document_key IS 'The document.';
COMMENT ON COLUMN stage.duplicate_identity.canonical_document_key IS 'Itself, or the earliest document of its near-duplicate cluster.';
COMMENT ON COLUMN stage.duplicate_identity.because IS 'The evidence for it.';
