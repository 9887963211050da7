-- fact_quote: One row an attributed utterance.
-- key: quote_key    reads: nothing    params: none
CREATE TABLE IF NOT EXISTS fact_quote (
    quote_key BIGINT NOT NULL,
    document_key BIGINT NOT NULL,
    date_key INTEGER NOT NULL,
    source_key BIGINT NOT NULL,
    speaker_person_key BIGINT NOT NULL,
    speaker_organization_key BIGINT NOT NULL,
    speaker_office_key BIGINT NOT NULL,
    speaker_surface VARCHAR,
    event_key BIGINT NOT NULL,
    cue VARCHAR,
    kind VARCHAR NOT NULL,
    text VARCHAR NOT NULL,
    words BIGINT NOT NULL,
    start_char BIGINT NOT NULL,
    end_char BIGINT NOT NULL,
    raw_start BIGINT NOT NULL,
    raw_end BIGINT NOT NULL,
    CHECK (kind IN ('direct', 'mixed', 'indirect')),
    CHECK (0 <= start_char AND start_char < end_char),
    CHECK (0 <= raw_start AND raw_start < raw_end)
);

COMMENT ON TABLE fact_quote IS 'One row an attributed utterance.';
COMMENT ON COLUMN fact_quote.quote_key IS 'Key of the quote: a hash of document and place in the body.';
COMMENT ON COLUMN fact_quote.document_key IS 'The document that says so (dim_document).';
COMMENT ON COLUMN fact_quote.date_key IS 'Day of its publication (dim_date); 0 where it is unknown.';
COMMENT ON COLUMN fact_quote.source_key IS 'Agency that wrote it (dim_source); 0 where it is unknown.';
COMMENT ON COLUMN fact_quote.speaker_person_key IS 'Who speaks (dim_person); 0 where it is no person or unresolved.';
COMMENT ON COLUMN fact_quote.speaker_organization_key IS 'The body that speaks (dim_organization); 0 where it is none or unresolved.';
COMMENT ON COLUMN fact_quote.speaker_office_key IS 'The office in which it is said (dim_office); 0 where none is stated.';
COMMENT ON COLUMN fact_quote.speaker_surface IS 'The speaker as printed; NULL where none is.';
COMMENT ON COLUMN fact_quote.event_key IS 'The event where it was said (dim_event); 0 where none is stated.';
COMMENT ON COLUMN fact_quote.cue IS 'Lemma of the reporting verb; NULL where there is none.';
COMMENT ON COLUMN fact_quote.kind IS 'direct, mixed or indirect.';
COMMENT ON COLUMN fact_quote.text IS 'The words as they stand in the body, without quotation marks.';
COMMENT ON COLUMN fact_quote.words IS 'Words of the text.';
COMMENT ON COLUMN fact_quote.start_char IS 'First character in the clean body.';
COMMENT ON COLUMN fact_quote.end_char IS 'Character after the last in the clean body.';
COMMENT ON COLUMN fact_quote.raw_start IS 'First character in the raw text.';
COMMENT ON COLUMN fact_quote.raw_end IS 'Character after the last in the raw text.';
