-- stage.participation: One row a person at an event as a document tells it.
-- key: document_key, event, person    reads: nothing    params: none
CREATE TABLE IF NOT EXISTS stage.participation (
    document_key BIGINT NOT NULL,
    event BIGINT NOT NULL,
    person BIGINT NOT NULL,
    office_key BIGINT NOT NULL,
    country_code VARCHAR,
    role VARCHAR NOT NULL
);

COMMENT ON TABLE stage.participation IS 'One row a person at an event as a document tells it.';
COMMENT ON COLUMN stage.participation.document_key IS 'The document.';
COMMENT ON COLUMN stage.participation.event IS 'Number of the event within the document; NULL where there is none.';
COMMENT ON COLUMN stage.participation.person IS 'Number of the person within the document.';
COMMENT ON COLUMN stage.participation.office_key IS 'The office; 0 where there is none.';
COMMENT ON COLUMN stage.participation.country_code IS 'ISO 3166-1 alpha-2 code of the country.';
COMMENT ON COLUMN stage.participation.role IS 'Role at the event.';
