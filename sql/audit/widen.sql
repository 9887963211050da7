-- The star's own tables stand under their names again.
-- key: none    reads: nothing    params: none
DROP TABLE IF EXISTS temp.main.dim_document;

DROP TABLE IF EXISTS temp.main.document_text;

DROP TABLE IF EXISTS temp.main.document_block;

DROP TABLE IF EXISTS temp.main.fact_publication;

DROP TABLE IF EXISTS temp.main.fact_mention;

DROP TABLE IF EXISTS temp.main.fact_office;

DROP TABLE IF EXISTS temp.main.fact_quote;

DROP TABLE IF EXISTS temp.main.fact_event_report;

DROP TABLE IF EXISTS temp.main.fact_participation;

DROP TABLE IF EXISTS temp.main.fact_instrument;

DROP TABLE IF EXISTS temp.main.fact_topic;

DROP TABLE IF EXISTS temp.main.dim_person;

DROP TABLE IF EXISTS temp.main.dim_event;
