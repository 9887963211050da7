-- dim_organization: One row an organisation; key 0 is the unknown organisation.
-- key: organization_key    reads: nothing    params: none
CREATE TABLE IF NOT EXISTS dim_organization (
    organization_key BIGINT PRIMARY KEY,
    name VARCHAR NOT NULL,
    acronym VARCHAR,
    kind VARCHAR NOT NULL,
    country_code VARCHAR,
    parent_organization_key BIGINT NOT NULL,
    CHECK (kind IN ('intergovernmental', 'organ', 'ministry', 'agency', 'armed_forces', 'security_service', 'company', 'media', 'other'))
);

COMMENT ON TABLE dim_organization IS 'One row an organisation; key 0 is the unknown organisation.';
COMMENT ON COLUMN dim_organization.organization_key IS 'Key of the organisation: a hash of its canonical name.';
COMMENT ON COLUMN dim_organization.name IS 'Canonical name, such as Ministry of Defense of Kazakhstan.';
COMMENT ON COLUMN dim_organization.acronym IS 'Usual acronym, such as SCO.';
COMMENT ON COLUMN dim_organization.kind IS 'intergovernmental, organ, ministry, agency, armed_forces, security_service, company, media or other.';
COMMENT ON COLUMN dim_organization.country_code IS 'ISO 3166-1 alpha-2 code; NULL for international bodies.';
COMMENT ON COLUMN dim_organization.parent_organization_key IS 'The body that it is an organ of (dim_organization); 0 where there is none.';
