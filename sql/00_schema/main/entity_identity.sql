-- entity_identity: One row a person, event or story of a document, with the evidence of which one it is across documents.
-- key: document_key, entity_type, number    reads: nothing    params: none
CREATE TABLE IF NOT EXISTS entity_identity (
    document_key BIGINT NOT NULL,
    entity_type VARCHAR NOT NULL,
    number BIGINT NOT NULL,
    entity_key BIGINT NOT NULL,
    name VARCHAR NOT NULL,
    because VARCHAR NOT NULL,
    CHECK (entity_type IN ('person', 'event', 'document'))
);

COMMENT ON TABLE entity_identity IS 'One row a person, event or story of a document, with the evidence of which one it is across documents.';
COMMENT ON COLUMN entity_identity.document_key IS 'The document.';
COMMENT ON COLUMN entity_identity.entity_type IS 'person, event, or document: the story that it tells.';
COMMENT ON COLUMN entity_identity.number IS 'Tells the entities of one type in one document apart, from 0.';
COMMENT ON COLUMN entity_identity.entity_key IS 'Key in dim_person or dim_event; of a document, the canonical document of its story.';
COMMENT ON COLUMN entity_identity.name IS 'What this document calls it; of a document, its URI.';
COMMENT ON COLUMN entity_identity.because IS 'The evidence, in words.';
