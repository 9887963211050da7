-- stage.story_code: One row a story and sampled code: the inverted index of near-duplicates.
-- key: code, document_key    reads: nothing    params: none
CREATE TABLE IF NOT EXISTS stage.story_code (
    code UINTEGER NOT NULL,
    document_key BIGINT NOT NULL,
    published_date DATE,
    sample_size INTEGER NOT NULL
);

COMMENT ON TABLE stage.story_code IS 'One row a story and sampled code: the inverted index of near-duplicates.';
COMMENT ON COLUMN stage.story_code.code IS 'Code of a pair of near words, one of four by its value.';
COMMENT ON COLUMN stage.story_code.document_key IS 'The document that holds it.';
COMMENT ON COLUMN stage.story_code.published_date IS 'Its day of publication.';
COMMENT ON COLUMN stage.story_code.sample_size IS 'How many codes of the document the index holds.';
