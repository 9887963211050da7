-- document_block: One row a line or paragraph of a raw document: kept or dropped, and by which rule.
-- key: document_key, block    reads: nothing    params: none
CREATE TABLE IF NOT EXISTS document_block (
    document_key BIGINT NOT NULL,
    block INTEGER NOT NULL,
    raw_start BIGINT NOT NULL,
    raw_end BIGINT NOT NULL,
    is_kept BOOLEAN NOT NULL,
    reason VARCHAR NOT NULL,
    rule VARCHAR NOT NULL,
    language VARCHAR,
    CHECK (0 <= raw_start AND raw_start < raw_end)
);

COMMENT ON TABLE document_block IS 'One row a line or paragraph of a raw document: kept or dropped, and by which rule.';
COMMENT ON COLUMN document_block.document_key IS 'The document (dim_document).';
COMMENT ON COLUMN document_block.block IS 'Number of the block in the document, from 0.';
COMMENT ON COLUMN document_block.raw_start IS 'First character in the raw text.';
COMMENT ON COLUMN document_block.raw_end IS 'Character after the last in the raw text.';
COMMENT ON COLUMN document_block.is_kept IS 'True where the block went into the body.';
COMMENT ON COLUMN document_block.reason IS 'Why: story, title, dateline, chrome, caption, credit, related, comment, navigation, legal, repeated (a line that recurs at the outlet) …';
COMMENT ON COLUMN document_block.rule IS 'The rule that decided.';
COMMENT ON COLUMN document_block.language IS 'Language of its text (ISO 639-1); NULL where it has too few words to tell.';
