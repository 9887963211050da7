-- stage.place: One row a place of a document.
-- key: document_key, place_key    reads: nothing    params: none
CREATE TABLE IF NOT EXISTS stage.place (
    document_key BIGINT NOT NULL,
    place_key BIGINT NOT NULL,
    name VARCHAR NOT NULL,
    kind VARCHAR NOT NULL,
    country_code VARCHAR,
    country_name VARCHAR,
    latitude DOUBLE,
    longitude DOUBLE
);

COMMENT ON TABLE stage.place IS 'One row a place of a document.';
COMMENT ON COLUMN stage.place.document_key IS 'The document.';
COMMENT ON COLUMN stage.place.place_key IS 'The place; 0 where there is none.';
COMMENT ON COLUMN stage.place.name IS 'Name.';
COMMENT ON COLUMN stage.place.kind IS 'Kind.';
COMMENT ON COLUMN stage.place.country_code IS 'ISO 3166-1 alpha-2 code of the country.';
COMMENT ON COLUMN stage.place.country_name IS 'Short English name of the country.';
COMMENT ON COLUMN stage.place.latitude IS 'Degrees north, WGS 84.';
COMMENT ON COLUMN stage.place.longitude IS 'Degrees east, WGS 84.';
