-- dim_person: One row a person across documents; key 0 is the unknown person.
-- key: person_key    reads: nothing    params: none
CREATE TABLE IF NOT EXISTS dim_person (
    person_key BIGINT PRIMARY KEY,
    name VARCHAR NOT NULL,
    family_name VARCHAR,
    given_name VARCHAR,
    country_code VARCHAR
);

COMMENT ON TABLE dim_person IS 'One row a person across documents; key 0 is the unknown person.';
COMMENT ON COLUMN dim_person.person_key IS 'Key of the person: a hash of the canonical name and what tells namesakes apart.';
COMMENT ON COLUMN dim_person.name IS 'Canonical full name: the fullest form seen, latinised.';
COMMENT ON COLUMN dim_person.family_name IS 'Family name.';
COMMENT ON COLUMN dim_person.given_name IS 'Given name or initials.';
COMMENT ON COLUMN dim_person.country_code IS 'ISO 3166-1 alpha-2 code of the country that the person speaks for.';
