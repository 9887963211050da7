-- meta.document_version: One row a version of a record that was seen at a URI; the last version is what holds.
-- key: uri, version    reads: nothing    params: none
CREATE TABLE IF NOT EXISTS meta.document_version (
    uri VARCHAR NOT NULL,
    version INTEGER NOT NULL,
    content_sha256 VARCHAR NOT NULL,
    extractor_version VARCHAR NOT NULL,
    state VARCHAR NOT NULL,
    run_id VARCHAR NOT NULL,
    seen_at TIMESTAMP NOT NULL,
    PRIMARY KEY (uri, version),
    CHECK (state IN ('loaded', 'quarantined', 'withdrawn', 'vanished'))
);

COMMENT ON TABLE meta.document_version IS 'One row a version of a record that was seen at a URI; the last version is what holds.';
COMMENT ON COLUMN meta.document_version.uri IS 'Where it was found.';
COMMENT ON COLUMN meta.document_version.version IS 'Number of the version at this URI, from 1.';
COMMENT ON COLUMN meta.document_version.content_sha256 IS 'SHA-256 of the raw record.';
COMMENT ON COLUMN meta.document_version.extractor_version IS 'Version of the rules, the model and the outlet profile, if any, that read it.';
COMMENT ON COLUMN meta.document_version.state IS 'loaded, quarantined, withdrawn (by an operator) or vanished (from a complete landing zone).';
COMMENT ON COLUMN meta.document_version.run_id IS 'The run that saw it.';
COMMENT ON COLUMN meta.document_version.seen_at IS 'When (UTC).';
