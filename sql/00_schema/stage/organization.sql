-- stage.organization: One row an organisation of a document.
-- key: document_key, organization_key    reads: nothing    params: none
CREATE TABLE IF NOT EXISTS stage.organization (
    document_key BIGINT NOT NULL,
    organization_key BIGINT NOT NULL,
    name VARCHAR NOT NULL,
    acronym VARCHAR,
    kind VARCHAR NOT NULL,
    country_code VARCHAR,
    parent_name VARCHAR
);

COMMENT ON TABLE stage.organization IS 'One row an organisation of a document.';
COMMENT ON COLUMN stage.organization.document_key IS 'The document.';
COMMENT ON COLUMN stage.organization.organization_key IS 'The organisation; 0 where there is none.';
COMMENT ON COLUMN stage.organization.name IS 'Name.';
COMMENT ON COLUMN stage.organization.acronym IS 'Usual acronym.';
COMMENT ON COLUMN stage.organization.kind IS 'Kind.';
COMMENT ON COLUMN stage.organization.country_code IS 'ISO 3166-1 alpha-2 code of the country.';
COMMENT ON COLUMN stage.organization.parent_name IS 'Name of the wider one, the parent; NULL where there is none.';
