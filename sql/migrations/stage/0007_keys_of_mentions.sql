-- stage.mention: gets the key of each mention, which a load then only moves. Rows staged before get theirs here.
-- key: none    reads: stage.mention    params: none
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
    raw_end BIGINT NOT NULL
);

CREATE TABLE stage.keyed_mention (
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

INSERT INTO stage.keyed_mention BY NAME
SELECT
    document_key, entity_type, person, organization_key, place_key, event, instrument_key, surface, sentence,
    start_char, end_char, raw_start, raw_end,
    mention_key(
        document_key, entity_type, start_char, end_char, person, event, organization_key, place_key, instrument_key
    ) AS mention_key
FROM stage.mention;

DROP TABLE stage.mention;

ALTER TABLE stage.keyed_mention RENAME TO mention;
