-- stage.document: One row a cleaned document.
-- key: document_key    reads: nothing    params: none
CREATE TABLE IF NOT EXISTS stage.document (
    document_key BIGINT NOT NULL,
    uri VARCHAR NOT NULL,
    content_sha256 VARCHAR NOT NULL,
    format VARCHAR NOT NULL,
    language VARCHAR NOT NULL,
    is_story BOOLEAN NOT NULL,
    title VARCHAR,
    raw VARCHAR NOT NULL,
    body VARCHAR NOT NULL,
    offsets BIGINT[] NOT NULL,
    agency VARCHAR,
    outlet VARCHAR,
    published_date DATE,
    published_date_basis VARCHAR NOT NULL,
    published_date_candidates DATE[] NOT NULL,
    dateline_place VARCHAR,
    dateline_text VARCHAR,
    is_machine_translated BOOLEAN NOT NULL,
    machine_translation_evidence VARCHAR,
    encoding VARCHAR,
    stated_title VARCHAR,
    stated_published VARCHAR,
    stated_url VARCHAR
);

COMMENT ON TABLE stage.document IS 'One row a cleaned document.';
COMMENT ON COLUMN stage.document.document_key IS 'The document.';
COMMENT ON COLUMN stage.document.uri IS 'Where it was found.';
COMMENT ON COLUMN stage.document.content_sha256 IS 'SHA-256 of the raw record.';
COMMENT ON COLUMN stage.document.format IS 'Format of the record.';
COMMENT ON COLUMN stage.document.language IS 'ISO 639-1 code of the language.';
COMMENT ON COLUMN stage.document.is_story IS 'False for pages without a news story.';
COMMENT ON COLUMN stage.document.title IS 'Headline or title.';
COMMENT ON COLUMN stage.document.raw IS 'The decoded raw record.';
COMMENT ON COLUMN stage.document.body IS 'The story, paragraphs joined by a blank line.';
COMMENT ON COLUMN stage.document.offsets IS 'The map from body to raw, four numbers a segment.';
COMMENT ON COLUMN stage.document.agency IS 'Who wrote it.';
COMMENT ON COLUMN stage.document.outlet IS 'Where it was found.';
COMMENT ON COLUMN stage.document.published_date IS 'Day of publication; NULL where it is unknown.';
COMMENT ON COLUMN stage.document.published_date_basis IS 'What the date rests on.';
COMMENT ON COLUMN stage.document.published_date_candidates IS 'Days that fit where the year is not printed.';
COMMENT ON COLUMN stage.document.dateline_place IS 'Place of the dateline as printed.';
COMMENT ON COLUMN stage.document.dateline_text IS 'The dateline as printed.';
COMMENT ON COLUMN stage.document.is_machine_translated IS 'The wording shows that a machine translated it.';
COMMENT ON COLUMN stage.document.machine_translation_evidence IS 'The wording that shows it.';
COMMENT ON COLUMN stage.document.encoding IS 'Encoding of the raw record; NULL where a schema before 4 staged it, and the stated columns say nothing.';
COMMENT ON COLUMN stage.document.stated_title IS 'Title that the container states beside the text.';
COMMENT ON COLUMN stage.document.stated_published IS 'Day of publication that the container states, as written there.';
COMMENT ON COLUMN stage.document.stated_url IS 'Link that the container states.';
