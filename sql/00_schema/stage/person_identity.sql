-- stage.person_identity: One row a person of a document: who it is across documents.
-- key: document_key, person    reads: nothing    params: none
CREATE TABLE IF NOT EXISTS stage.person_identity (
    document_key BIGINT NOT NULL,
    person BIGINT NOT NULL,
    person_key BIGINT NOT NULL,
    because VARCHAR NOT NULL
);

COMMENT ON TABLE stage.person_identity IS 'One row a person of a document: who it is across documents.';
COMMENT ON COLUMN stage.person_identity.document_key IS 'The document.';
COMMENT ON COLUMN stage.person_identity.person IS 'Number of the person within the document.';
COMMENT ON COLUMN stage.person_identity.person_key IS 'The person across documents.';
COMMENT ON COLUMN stage.person_identity.because IS 'The evidence for it.';
