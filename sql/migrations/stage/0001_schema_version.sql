-- stage.schema_version: one row a schema version that the stage has been brought to; the highest is what it has.
-- key: version    reads: nothing    params: none
CREATE TABLE IF NOT EXISTS stage.schema_version (
    version INTEGER PRIMARY KEY,
    applied_at TIMESTAMP NOT NULL
);

COMMENT ON TABLE stage.schema_version IS 'One row a schema version that the stage has been brought to; the highest is what it has.';
COMMENT ON COLUMN stage.schema_version.version IS 'Number of the migration, from 1.';
COMMENT ON COLUMN stage.schema_version.applied_at IS 'When (UTC).';
