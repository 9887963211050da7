-- meta.schema_version: one row a schema version that this file has been brought to; the highest is what it has.
-- key: version    reads: nothing    params: none
CREATE SCHEMA IF NOT EXISTS meta;

CREATE TABLE IF NOT EXISTS meta.schema_version (
    version INTEGER PRIMARY KEY,
    applied_at TIMESTAMP NOT NULL
);

COMMENT ON TABLE meta.schema_version IS 'One row a schema version that this file has been brought to; the highest is what it has.';
COMMENT ON COLUMN meta.schema_version.version IS 'Number of the migration, from 1.';
COMMENT ON COLUMN meta.schema_version.applied_at IS 'When (UTC).';
