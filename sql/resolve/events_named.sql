-- present_event: all events; one that shares its body, place and start with another is known by its first report too.
-- present_report: what each report is about.
-- changed_event, changed_report: those that are not as they were.
-- stage.event_entity, stage.event_identity: brought to that.
-- key: event_key; document_key, event    reads: stage.event_member, stage.event_cluster    params: none
CREATE OR REPLACE TEMP TABLE present_event AS
SELECT cluster, if(count(*) OVER (PARTITION BY natural_key) = 1, natural_key, cluster) AS event_key
FROM stage.event_cluster;

CREATE OR REPLACE TEMP TABLE present_report AS
SELECT event_member.document_key, event_member.event, present_event.event_key, event_member.because
FROM stage.event_member
INNER JOIN present_event USING (cluster);

CREATE OR REPLACE TEMP TABLE changed_report AS
FROM present_report
ANTI JOIN stage.event_identity USING (document_key, event, event_key);

MERGE INTO stage.event_identity AS held
USING present_report AS stated
ON held.document_key = stated.document_key AND held.event = stated.event
WHEN MATCHED AND (held.event_key, held.because) IS DISTINCT FROM (stated.event_key, stated.because) THEN UPDATE SET
    event_key = stated.event_key,
    because = stated.because
WHEN NOT MATCHED THEN INSERT BY NAME
WHEN NOT MATCHED BY SOURCE THEN DELETE;

CREATE OR REPLACE TEMP TABLE changed_event AS
SELECT
    present_event.event_key, cluster.name, cluster.type, cluster.organization_key, cluster.place_key, cluster.start_date,
    cluster.end_date, cluster.date_precision, cluster.ordinal, cluster.is_planned
FROM stage.event_cluster AS cluster
INNER JOIN present_event USING (cluster)
EXCEPT
SELECT
    event_key, name, type, organization_key, place_key, start_date, end_date, date_precision, ordinal, is_planned
FROM stage.event_entity;

DELETE FROM stage.event_entity
WHERE event_key IN (SELECT event_key FROM changed_event) OR event_key NOT IN (SELECT event_key FROM present_event);

INSERT INTO stage.event_entity BY NAME
FROM changed_event;
