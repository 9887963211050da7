-- stage.quote: One row an attributed utterance.
-- key: document_key, start_char, end_char    reads: nothing    params: none
CREATE TABLE IF NOT EXISTS stage.quote (
    document_key BIGINT NOT NULL,
    speaker_person BIGINT,
    speaker_organization_key BIGINT NOT NULL,
    speaker_office_key BIGINT NOT NULL,
    speaker_surface VARCHAR,
    event BIGINT,
    cue VARCHAR,
    kind VARCHAR NOT NULL,
    text VARCHAR NOT NULL,
    sentence BIGINT NOT NULL,
    start_char BIGINT NOT NULL,
    end_char BIGINT NOT NULL,
    raw_start BIGINT NOT NULL,
    raw_end BIGINT NOT NULL
);

COMMENT ON TABLE stage.quote IS 'One row an attributed utterance.';
COMMENT ON COLUMN stage.quote.document_key IS 'The document.';
COMMENT ON COLUMN stage.quote.speaker_person IS 'Number of the speaking person within the document; NULL where it is none.';
COMMENT ON COLUMN stage.quote.speaker_organization_key IS 'The body that speaks; 0 where it is none.';
COMMENT ON COLUMN stage.quote.speaker_office_key IS 'The office in which it is said; 0 where none is stated.';
COMMENT ON COLUMN stage.quote.speaker_surface IS 'The speaker as printed.';
COMMENT ON COLUMN stage.quote.event IS 'Number of the event within the document; NULL where there is none.';
COMMENT ON COLUMN stage.quote.cue IS 'Lemma of the reporting verb.';
COMMENT ON COLUMN stage.quote.kind IS 'Kind.';
COMMENT ON COLUMN stage.quote.text IS 'The words said.';
COMMENT ON COLUMN stage.quote.sentence IS 'Number of the sentence in the body, from 0.';
COMMENT ON COLUMN stage.quote.start_char IS 'First character in the clean body.';
COMMENT ON COLUMN stage.quote.end_char IS 'Character after the last in the clean body.';
COMMENT ON COLUMN stage.quote.raw_start IS 'First character in the raw text.';
COMMENT ON COLUMN stage.quote.raw_end IS 'Character after the last in the raw text.';
