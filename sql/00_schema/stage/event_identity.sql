-- stage.event_identity: One row an event of a document: which it is across documents.
-- key: document_key, event    reads: nothing    params: none
CREATE TABLE IF NOT EXISTS stage.event_identity (
    document_key BIGINT NOT NULL,
    event BIGINT NOT NULL,
    event_key BIGINT NOT NULL,
    because VARCHAR NOT NULL
);

COMMENT ON TABLE stage.event_identity IS 'One row an event of a document: which it is across documents.';
COMMENT ON COLUMN stage.event_identity.document_key IS 'The document.';
COMMENT ON COLUMN stage.event_identity.event IS 'Number of the event within the document; NULL where there is none.';
COMMENT ON COLUMN stage.event_identity.event_key IS 'The event across documents.';
COMMENT ON COLUMN stage.event_identity.because IS 'The evidence for it.';
