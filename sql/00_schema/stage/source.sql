-- stage.source: One row a source that a document names as author or carrier.
-- key: document_key, source_key    reads: nothing    params: none
CREATE TABLE IF NOT EXISTS stage.source (
    document_key BIGINT NOT NULL,
    source_key BIGINT NOT NULL,
    name VARCHAR NOT NULL,
    kind VARCHAR NOT NULL,
    country_code VARCHAR,
    domain VARCHAR
);

COMMENT ON TABLE stage.source IS 'One row a source that a document names as author or carrier.';
COMMENT ON COLUMN stage.source.document_key IS 'The document.';
COMMENT ON COLUMN stage.source.source_key IS 'The source.';
COMMENT ON COLUMN stage.source.name IS 'Name.';
COMMENT ON COLUMN stage.source.kind IS 'Kind.';
COMMENT ON COLUMN stage.source.country_code IS 'ISO 3166-1 alpha-2 code of the country.';
COMMENT ON COLUMN stage.source.domain IS 'Internet domain.';
