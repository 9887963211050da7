-- meta.loaded_document: One row a document whose facts stand in the star; tells the next load which documents differ from the stage.
-- key: document_key    reads: nothing    params: none
CREATE TABLE IF NOT EXISTS meta.loaded_document (
    document_key BIGINT PRIMARY KEY,
    uri VARCHAR NOT NULL,
    text_fingerprint HUGEINT NOT NULL,
    fact_fingerprint HUGEINT NOT NULL
);

COMMENT ON TABLE meta.loaded_document IS 'One row a document whose facts stand in the star; tells the next load which documents differ from the stage.';
COMMENT ON COLUMN meta.loaded_document.document_key IS 'The document (dim_document).';
COMMENT ON COLUMN meta.loaded_document.uri IS 'Where it was found.';
COMMENT ON COLUMN meta.loaded_document.text_fingerprint IS 'Hash of the staged rows that its text and blocks were made from.';
COMMENT ON COLUMN meta.loaded_document.fact_fingerprint IS 'Hash of all that its facts were made from: staged rows, identities, SQL.';
