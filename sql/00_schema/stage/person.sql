-- stage.person: One row a person of a document.
-- key: document_key, person    reads: nothing    params: none
CREATE TABLE IF NOT EXISTS stage.person (
    document_key BIGINT NOT NULL,
    person BIGINT NOT NULL,
    name VARCHAR NOT NULL,
    given_name VARCHAR,
    family_name VARCHAR,
    country_code VARCHAR
);

COMMENT ON TABLE stage.person IS 'One row a person of a document.';
COMMENT ON COLUMN stage.person.document_key IS 'The document.';
COMMENT ON COLUMN stage.person.person IS 'Number of the person within the document.';
COMMENT ON COLUMN stage.person.name IS 'Name.';
COMMENT ON COLUMN stage.person.given_name IS 'Given name or initials.';
COMMENT ON COLUMN stage.person.family_name IS 'Family name.';
COMMENT ON COLUMN stage.person.country_code IS 'ISO 3166-1 alpha-2 code of the country.';
