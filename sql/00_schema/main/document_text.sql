-- document_text: One row a document: its clean body and its raw text.
-- key: document_key    reads: nothing    params: none
CREATE TABLE IF NOT EXISTS document_text (
    document_key BIGINT NOT NULL,
    body VARCHAR NOT NULL,
    raw VARCHAR NOT NULL
);

COMMENT ON TABLE document_text IS 'One row a document: its clean body and its raw text.';
COMMENT ON COLUMN document_text.document_key IS 'The document (dim_document).';
COMMENT ON COLUMN document_text.body IS 'The story, paragraphs joined by a blank line; start_char and end_char count its characters.';
COMMENT ON COLUMN document_text.raw IS 'The decoded raw record; raw_start and raw_end count its characters.';
