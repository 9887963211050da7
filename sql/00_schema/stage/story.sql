-- stage.story: One row a story in the index of near-duplicates: what it is compared by.
-- key: document_key    reads: nothing    params: none
CREATE TABLE IF NOT EXISTS stage.story (
    document_key BIGINT NOT NULL,
    fingerprint HUGEINT NOT NULL,
    signature_version INTEGER NOT NULL,
    uri VARCHAR NOT NULL,
    published_date DATE,
    agency VARCHAR,
    outlet VARCHAR,
    text_hash BIGINT NOT NULL,
    sentences UINTEGER[][] NOT NULL,
    numbers UINTEGER[] NOT NULL,
    names UINTEGER[] NOT NULL
);

COMMENT ON TABLE stage.story IS 'One row a story in the index of near-duplicates: what it is compared by.';
COMMENT ON COLUMN stage.story.document_key IS 'The document.';
COMMENT ON COLUMN stage.story.fingerprint IS 'Fingerprint of the staged rows that the entry was made from, see stage.version.';
COMMENT ON COLUMN stage.story.signature_version IS 'Version of the rules that made the entry; another one is made anew.';
COMMENT ON COLUMN stage.story.uri IS 'Path or URI as ingested.';
COMMENT ON COLUMN stage.story.published_date IS 'Day of publication.';
COMMENT ON COLUMN stage.story.agency IS 'Who wrote it.';
COMMENT ON COLUMN stage.story.outlet IS 'Where it was found.';
COMMENT ON COLUMN stage.story.text_hash IS 'Hash of all words of the body.';
COMMENT ON COLUMN stage.story.sentences IS 'For each sentence the codes of its pairs of near words.';
COMMENT ON COLUMN stage.story.numbers IS 'Codes of the numbers in the body.';
COMMENT ON COLUMN stage.story.names IS 'Codes of the capitalized words inside sentences.';
