-- stage.person_entity: One row a person across documents.
-- key: person_key    reads: nothing    params: none
CREATE TABLE IF NOT EXISTS stage.person_entity (
    person_key BIGINT NOT NULL,
    name VARCHAR NOT NULL,
    family_name VARCHAR,
    given_name VARCHAR,
    country_code VARCHAR
);

COMMENT ON TABLE stage.person_entity IS 'One row a person across documents.';
COMMENT ON COLUMN stage.person_entity.person_key IS 'The person across documents.';
COMMENT ON COLUMN stage.person_entity.name IS 'Name.';
COMMENT ON COLUMN stage.person_entity.family_name IS 'Family name.';
COMMENT ON COLUMN stage.person_entity.given_name IS 'Given name or initials.';
COMMENT ON COLUMN stage.person_entity.country_code IS 'ISO 3166-1 alpha-2 code of the country.';
