-- stage.event_member, stage.event_cluster: what has been decided, in place of what was.
-- stage.event_input: what it has been decided on.
-- key: document_key, event; cluster; document_key
-- reads: touched_component, present_input, members and clusters (registered frames)    params: none
DELETE FROM stage.event_member WHERE component IN (SELECT component FROM touched_component);

DELETE FROM stage.event_cluster WHERE component IN (SELECT component FROM touched_component);

INSERT INTO stage.event_member BY NAME
SELECT document_key, event, component, cluster, because
FROM members;

INSERT INTO stage.event_cluster BY NAME
SELECT
    component, cluster, natural_key, name, type, organization_key, place_key, start_date, end_date, date_precision, ordinal,
    is_planned
FROM clusters;

DELETE FROM stage.event_input
WHERE rowid IN (SELECT rowid FROM stage.event_input ANTI JOIN present_input USING (document_key, fingerprint));

INSERT INTO stage.event_input BY NAME
SELECT document_key, fingerprint
FROM present_input
ANTI JOIN stage.event_input USING (document_key);
