-- stage.office_ref: One row an office that a document names.
-- key: document_key, office_key    reads: nothing    params: none
CREATE TABLE IF NOT EXISTS stage.office_ref (
    document_key BIGINT NOT NULL,
    office_key BIGINT NOT NULL,
    title VARCHAR NOT NULL,
    organization_key BIGINT NOT NULL,
    country_code VARCHAR,
    rank VARCHAR NOT NULL
);

COMMENT ON TABLE stage.office_ref IS 'One row an office that a document names.';
COMMENT ON COLUMN stage.office_ref.document_key IS 'The document.';
COMMENT ON COLUMN stage.office_ref.office_key IS 'The office; 0 where there is none.';
COMMENT ON COLUMN stage.office_ref.title IS 'Headline or title.';
COMMENT ON COLUMN stage.office_ref.organization_key IS 'The organisation; 0 where there is none.';
COMMENT ON COLUMN stage.office_ref.country_code IS 'ISO 3166-1 alpha-2 code of the country.';
COMMENT ON COLUMN stage.office_ref.rank IS 'Rank of the office.';
