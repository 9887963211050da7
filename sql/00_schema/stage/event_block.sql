-- stage.event_block: One row a report and block: the index of reports that may be of one event.
-- key: code, document_key, event    reads: nothing    params: none
CREATE TABLE IF NOT EXISTS stage.event_block (
    code BIGINT NOT NULL,
    is_coarse BOOLEAN NOT NULL,
    document_key BIGINT NOT NULL,
    event BIGINT NOT NULL
);

COMMENT ON TABLE stage.event_block IS 'One row a report and block: the index of reports that may be of one event.';
COMMENT ON COLUMN stage.event_block.code IS 'Code of the block: a body, party or name, and a time.';
COMMENT ON COLUMN stage.event_block.is_coarse IS 'Whether the report is compared with all others of the block; two that are not meet in a narrower one.';
COMMENT ON COLUMN stage.event_block.document_key IS 'The document.';
COMMENT ON COLUMN stage.event_block.event IS 'Number of the report within the document.';
