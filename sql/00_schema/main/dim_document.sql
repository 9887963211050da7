-- dim_document: One row a document of the landing zone, story or not; key 0 is the unknown document.
-- key: document_key    reads: nothing    params: none
CREATE TABLE IF NOT EXISTS dim_document (
    document_key BIGINT PRIMARY KEY,
    uri VARCHAR NOT NULL,
    content_sha256 VARCHAR NOT NULL,
    format VARCHAR NOT NULL,
    language VARCHAR NOT NULL,
    is_story BOOLEAN NOT NULL,
    title VARCHAR,
    agency_source_key BIGINT NOT NULL,
    outlet_source_key BIGINT NOT NULL,
    published_date DATE,
    published_date_basis VARCHAR NOT NULL,
    published_date_candidates DATE[] NOT NULL,
    dateline_place_key BIGINT NOT NULL,
    raw_chars BIGINT NOT NULL,
    body_chars BIGINT NOT NULL,
    body_words BIGINT NOT NULL,
    is_machine_translated BOOLEAN NOT NULL,
    canonical_document_key BIGINT NOT NULL,
    extractor_version VARCHAR NOT NULL,
    loaded_at TIMESTAMP NOT NULL,
    CHECK (published_date_basis IN ('prefix', 'metadata', 'dateline', 'timestamp', 'weekday', 'none'))
);

COMMENT ON TABLE dim_document IS 'One row a document of the landing zone, story or not; key 0 is the unknown document.';
COMMENT ON COLUMN dim_document.document_key IS 'Key of the document: a hash of its URI.';
COMMENT ON COLUMN dim_document.uri IS 'Where it was found, relative to the landing zone; file.jsonl#3 is the third record of a file, posts.zip!/a.txt a member of an archive.';
COMMENT ON COLUMN dim_document.content_sha256 IS 'SHA-256 of the raw record: the version of the document.';
COMMENT ON COLUMN dim_document.format IS 'How the raw text is written: html, markdown, or plain text named after what held it (text, jsonl, csv, parquet, warc, wet, rss); unknown in the unknown member.';
COMMENT ON COLUMN dim_document.language IS 'ISO 639-1 code of the language of the story; und where it was not recognised.';
COMMENT ON COLUMN dim_document.is_story IS 'False for pages without a news story: notices, indexes, cookie policies.';
COMMENT ON COLUMN dim_document.title IS 'Headline as printed; NULL where the document has none.';
COMMENT ON COLUMN dim_document.agency_source_key IS 'Who wrote it (dim_source); 0 where nobody is credited.';
COMMENT ON COLUMN dim_document.outlet_source_key IS 'Where it was found (dim_source); 0 where the page does not say.';
COMMENT ON COLUMN dim_document.published_date IS 'Day of publication; NULL where it does not follow from the document.';
COMMENT ON COLUMN dim_document.published_date_basis IS 'What the date rests on: prefix, metadata, dateline, timestamp, weekday or none.';
COMMENT ON COLUMN dim_document.published_date_candidates IS 'Days that fit where the year is not printed, ascending.';
COMMENT ON COLUMN dim_document.dateline_place_key IS 'Place of the dateline (dim_place); 0 where there is none.';
COMMENT ON COLUMN dim_document.raw_chars IS 'Characters of the decoded raw record.';
COMMENT ON COLUMN dim_document.body_chars IS 'Characters of the clean body.';
COMMENT ON COLUMN dim_document.body_words IS 'Words of the clean body: runs without white space.';
COMMENT ON COLUMN dim_document.is_machine_translated IS 'The wording shows that a machine translated it.';
COMMENT ON COLUMN dim_document.canonical_document_key IS 'Itself, or the earliest document of its near-duplicate cluster.';
COMMENT ON COLUMN dim_document.extractor_version IS 'Version of the rules, the model and the outlet profile, if any, that made its facts.';
COMMENT ON COLUMN dim_document.loaded_at IS 'When this version of the document was loaded (UTC); no part of the digest.';
