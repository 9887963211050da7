-- dim_office: One row an office; key 0 is the unknown office.
-- key: office_key    reads: nothing    params: none
CREATE TABLE IF NOT EXISTS dim_office (
    office_key BIGINT PRIMARY KEY,
    title VARCHAR NOT NULL,
    organization_key BIGINT NOT NULL,
    country_code VARCHAR,
    rank VARCHAR NOT NULL,
    CHECK (rank IN ('head', 'deputy', 'first_deputy', 'acting', 'member', 'spokesperson', 'other'))
);

COMMENT ON TABLE dim_office IS 'One row an office; key 0 is the unknown office.';
COMMENT ON COLUMN dim_office.office_key IS 'Key of the office: a hash of title, body and country.';
COMMENT ON COLUMN dim_office.title IS 'Canonical title, such as Minister of Defense.';
COMMENT ON COLUMN dim_office.organization_key IS 'The body that the office belongs to (dim_organization); 0 where it is a state''s.';
COMMENT ON COLUMN dim_office.country_code IS 'ISO 3166-1 alpha-2 code; NULL for offices of international bodies.';
COMMENT ON COLUMN dim_office.rank IS 'head, deputy, first_deputy, acting, member, spokesperson or other.';
