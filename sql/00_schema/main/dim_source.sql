-- dim_source: One row an agency, outlet or official body that wrote or carried a document; key 0 is the unknown source.
-- key: source_key    reads: nothing    params: none
CREATE TABLE IF NOT EXISTS dim_source (
    source_key BIGINT PRIMARY KEY,
    name VARCHAR NOT NULL,
    kind VARCHAR NOT NULL,
    country_code VARCHAR,
    domain VARCHAR,
    CHECK (kind IN ('agency', 'outlet', 'official', 'aggregator', 'unknown'))
);

COMMENT ON TABLE dim_source IS 'One row an agency, outlet or official body that wrote or carried a document; key 0 is the unknown source.';
COMMENT ON COLUMN dim_source.source_key IS 'Key of the source: a hash of its canonical name.';
COMMENT ON COLUMN dim_source.name IS 'Canonical name, such as TASS; as printed where the lexicon does not know it.';
COMMENT ON COLUMN dim_source.kind IS 'agency, outlet, official, aggregator or unknown.';
COMMENT ON COLUMN dim_source.country_code IS 'ISO 3166-1 alpha-2 code of the country that it reports from.';
COMMENT ON COLUMN dim_source.domain IS 'Internet domain, without www.';
