-- stage.dateline: One row a document whose dateline names a place.
-- key: document_key    reads: nothing    params: none
CREATE TABLE IF NOT EXISTS stage.dateline (
    document_key BIGINT NOT NULL,
    place_key BIGINT NOT NULL
);

COMMENT ON TABLE stage.dateline IS 'One row a document whose dateline names a place.';
COMMENT ON COLUMN stage.dateline.document_key IS 'The document.';
COMMENT ON COLUMN stage.dateline.place_key IS 'The place; 0 where there is none.';
