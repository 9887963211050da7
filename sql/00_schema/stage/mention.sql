-- stage.mention: One row a mention.
-- key: none    reads: nothing    params: none
CREATE TABLE IF NOT EXISTS stage.mention (
    document_key BIGINT NOT NULL,
    entity_type VARCHAR NOT NULL,
    person BIGINT,
    organization_key BIGINT NOT NULL,
    place_key BIGINT NOT NULL,
    event BIGINT,
    instrument_key BIGINT NOT NULL,
    surface VARCHAR NOT NULL,
    sentence BIGINT NOT NULL,
    start_char BIGINT NOT NULL,
    end_char BIGINT NOT NULL,
    raw_start BIGINT NOT NULL,
    raw_end BIGINT NOT NULL,
    mention_key BIGINT NOT NULL
);

COMMENT ON TABLE stage.mention IS 'One row a mention.';
COMMENT ON COLUMN stage.mention.document_key IS 'The document.';
COMMENT ON COLUMN stage.mention.entity_type IS 'person, organization, place, event or instrument.';
COMMENT ON COLUMN stage.mention.person IS 'Number of the person within the document.';
COMMENT ON COLUMN stage.mention.organization_key IS 'The organisation; 0 where there is none.';
COMMENT ON COLUMN stage.mention.place_key IS 'The place; 0 where there is none.';
COMMENT ON COLUMN stage.mention.event IS 'Number of the event within the document; NULL where there is none.';
COMMENT ON COLUMN stage.mention.instrument_key IS 'The instrument; 0 where there is none.';
COMMENT ON COLUMN stage.mention.surface IS 'The words as printed.';
COMMENT ON COLUMN stage.mention.sentence IS 'Number of the sentence in the body, from 0.';
COMMENT ON COLUMN stage.mention.start_char IS 'First character in the clean body.';
COMMENT ON COLUMN stage.mention.end_char IS 'Character after the last in the clean body.';
COMMENT ON COLUMN stage.mention.raw_start IS 'First character in the raw text.';
COMMENT ON COLUMN stage.mention.raw_end IS 'Character after the last in the raw text.';
COMMENT ON COLUMN stage.mention.mention_key IS 'Key of the mention, made of the other columns when it was staged, see fact_mention.';
