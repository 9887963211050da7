-- stage.event_input: One row a document whose reports of events have been compared.
-- key: document_key    reads: nothing    params: none
CREATE TABLE IF NOT EXISTS stage.event_input (
    document_key BIGINT NOT NULL,
    fingerprint HUGEINT NOT NULL
);

COMMENT ON TABLE stage.event_input IS 'One row a document whose reports of events have been compared.';
COMMENT ON COLUMN stage.event_input.document_key IS 'The document.';
COMMENT ON COLUMN stage.event_input.fingerprint IS 'Hash of all that its reports are compared by; where it is another, they are compared anew.';
