-- Reports of which it has to be decided anew what they are about.
-- key: document_key, event    reads: stage.event, stage.event_member, touched_component, touched_document    params: none
SELECT document_key, event
FROM stage.event
SEMI JOIN touched_document USING (document_key)
UNION
SELECT document_key, event
FROM stage.event_member
SEMI JOIN touched_component USING (component)
SEMI JOIN stage.event USING (document_key, event);
