-- stage.event_cluster: One row an event that was decided.
-- key: cluster    reads: nothing    params: none
CREATE TABLE IF NOT EXISTS stage.event_cluster (
    component BIGINT NOT NULL,
    cluster BIGINT NOT NULL,
    natural_key BIGINT NOT NULL,
    name VARCHAR NOT NULL,
    type VARCHAR NOT NULL,
    organization_key BIGINT NOT NULL,
    place_key BIGINT NOT NULL,
    start_date DATE,
    end_date DATE,
    date_precision VARCHAR NOT NULL,
    ordinal BIGINT,
    is_planned BOOLEAN NOT NULL
);

COMMENT ON TABLE stage.event_cluster IS 'One row an event that was decided.';
COMMENT ON COLUMN stage.event_cluster.component IS 'Group of reports in which it was decided.';
COMMENT ON COLUMN stage.event_cluster.cluster IS 'Key of the event that holds its first report too: its key where another has the same natural key.';
COMMENT ON COLUMN stage.event_cluster.natural_key IS 'Key of the event by body or parties, place and start.';
COMMENT ON COLUMN stage.event_cluster.name IS 'Label of the event.';
COMMENT ON COLUMN stage.event_cluster.type IS 'Kind of event.';
COMMENT ON COLUMN stage.event_cluster.organization_key IS 'The convening body.';
COMMENT ON COLUMN stage.event_cluster.place_key IS 'Where it takes place.';
COMMENT ON COLUMN stage.event_cluster.start_date IS 'First day.';
COMMENT ON COLUMN stage.event_cluster.end_date IS 'Last day.';
COMMENT ON COLUMN stage.event_cluster.date_precision IS 'How much of the first day is known.';
COMMENT ON COLUMN stage.event_cluster.ordinal IS 'Number of the session.';
COMMENT ON COLUMN stage.event_cluster.is_planned IS 'Still ahead in the latest report.';
