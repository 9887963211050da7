-- dim_place: One row a place; key 0 is the unknown place.
-- key: place_key    reads: nothing    params: none
CREATE TABLE IF NOT EXISTS dim_place (
    place_key BIGINT PRIMARY KEY,
    name VARCHAR NOT NULL,
    kind VARCHAR NOT NULL,
    country_code VARCHAR,
    country_name VARCHAR,
    latitude DOUBLE,
    longitude DOUBLE,
    CHECK (kind IN ('city', 'region', 'country', 'facility', 'other')),
    CHECK (latitude BETWEEN -90 AND 90),
    CHECK (longitude BETWEEN -180 AND 180)
);

COMMENT ON TABLE dim_place IS 'One row a place; key 0 is the unknown place.';
COMMENT ON COLUMN dim_place.place_key IS 'Key of the place: a hash of country, kind and name.';
COMMENT ON COLUMN dim_place.name IS 'Canonical (GeoNames) name.';
COMMENT ON COLUMN dim_place.kind IS 'city, region, country, facility or other.';
COMMENT ON COLUMN dim_place.country_code IS 'ISO 3166-1 alpha-2 code; NULL for what lies in several countries.';
COMMENT ON COLUMN dim_place.country_name IS 'Short English name of the country.';
COMMENT ON COLUMN dim_place.latitude IS 'Degrees north, WGS 84.';
COMMENT ON COLUMN dim_place.longitude IS 'Degrees east, WGS 84.';
