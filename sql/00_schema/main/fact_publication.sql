-- fact_publication: One row a document.
-- key: document_key    reads: nothing    params: none
CREATE TABLE IF NOT EXISTS fact_publication (
    document_key BIGINT NOT NULL,
    date_key INTEGER NOT NULL,
    source_key BIGINT NOT NULL,
    place_key BIGINT NOT NULL,
    words BIGINT NOT NULL,
    mentions BIGINT NOT NULL,
    quotes BIGINT NOT NULL,
    raw_chars BIGINT NOT NULL,
    body_chars BIGINT NOT NULL
);

COMMENT ON TABLE fact_publication IS 'One row a document.';
COMMENT ON COLUMN fact_publication.document_key IS 'The document that says so (dim_document).';
COMMENT ON COLUMN fact_publication.date_key IS 'Day of its publication (dim_date); 0 where it is unknown.';
COMMENT ON COLUMN fact_publication.source_key IS 'Agency that wrote it (dim_source); 0 where it is unknown.';
COMMENT ON COLUMN fact_publication.place_key IS 'Place of the dateline (dim_place); 0 where there is none.';
COMMENT ON COLUMN fact_publication.words IS 'Words of the body.';
COMMENT ON COLUMN fact_publication.mentions IS 'Mentions of entities in the body.';
COMMENT ON COLUMN fact_publication.quotes IS 'Attributed utterances in the body.';
COMMENT ON COLUMN fact_publication.raw_chars IS 'Characters of the raw text.';
COMMENT ON COLUMN fact_publication.body_chars IS 'Characters of the body.';
