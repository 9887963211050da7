-- touched_component: groups of reports that may be of one event, in which a report changed, went, or may be one with tonight's.
-- wanted_document: the documents of these reports, and those of tonight.
-- key: component; document_key
-- reads: stage.event_member, touched_document, present_input, incoming (a registered frame)    params: none
CREATE OR REPLACE TEMP TABLE touched_component AS
SELECT component
FROM stage.event_member
SEMI JOIN touched_document USING (document_key)
UNION
SELECT component
FROM stage.event_member
SEMI JOIN incoming USING (document_key, event);

CREATE OR REPLACE TEMP TABLE wanted_document AS
FROM (
    SELECT document_key
    FROM stage.event_member
    SEMI JOIN touched_component USING (component)
    UNION
    SELECT document_key
    FROM touched_document
)
SEMI JOIN present_input USING (document_key);
