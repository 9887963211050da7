-- stage.event_member: One row a report of an event: what was decided of it.
-- key: document_key, event    reads: nothing    params: none
CREATE TABLE IF NOT EXISTS stage.event_member (
    document_key BIGINT NOT NULL,
    event BIGINT NOT NULL,
    component BIGINT NOT NULL,
    cluster BIGINT NOT NULL,
    because VARCHAR NOT NULL
);

COMMENT ON TABLE stage.event_member IS 'One row a report of an event: what was decided of it.';
COMMENT ON COLUMN stage.event_member.document_key IS 'The document.';
COMMENT ON COLUMN stage.event_member.event IS 'Number of the report within the document.';
COMMENT ON COLUMN stage.event_member.component IS 'Group of reports that may be of one event, directly or through others: they are decided together.';
COMMENT ON COLUMN stage.event_member.cluster IS 'The event, see stage.event_cluster.';
COMMENT ON COLUMN stage.event_member.because IS 'What joins it with other reports.';
