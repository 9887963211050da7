-- stage.block: One row a line or paragraph of a raw document.
-- key: document_key, block    reads: nothing    params: none
CREATE TABLE IF NOT EXISTS stage.block (
    document_key BIGINT NOT NULL,
    block BIGINT NOT NULL,
    raw_start BIGINT NOT NULL,
    raw_end BIGINT NOT NULL,
    is_kept BOOLEAN NOT NULL,
    reason VARCHAR NOT NULL,
    rule VARCHAR NOT NULL,
    language VARCHAR
);

COMMENT ON TABLE stage.block IS 'One row a line or paragraph of a raw document.';
COMMENT ON COLUMN stage.block.document_key IS 'The document.';
COMMENT ON COLUMN stage.block.block IS 'Number of the block in the document, from 0.';
COMMENT ON COLUMN stage.block.raw_start IS 'First character in the raw text.';
COMMENT ON COLUMN stage.block.raw_end IS 'Character after the last in the raw text.';
COMMENT ON COLUMN stage.block.is_kept IS 'True where the block went into the body.';
COMMENT ON COLUMN stage.block.reason IS 'Why it is in or out.';
COMMENT ON COLUMN stage.block.rule IS 'The rule that decided.';
COMMENT ON COLUMN stage.block.language IS 'Language of its text (ISO 639-1); NULL where it has too few words to tell.';
