-- Temporary tables with the names of the star's, which stand before these: the rows of the audited documents, and the
-- persons and events that they speak of.
-- key: those of the star    reads: audited_document, build.main.*    params: none
CREATE OR REPLACE TEMP TABLE dim_document AS
FROM build.main.dim_document
WHERE rowid IN (SELECT rowid FROM build.main.dim_document SEMI JOIN audited_document USING (document_key));

CREATE OR REPLACE TEMP TABLE document_text AS
FROM build.main.document_text
WHERE rowid IN (SELECT rowid FROM build.main.document_text SEMI JOIN audited_document USING (document_key));

CREATE OR REPLACE TEMP TABLE document_block AS
FROM build.main.document_block
WHERE rowid IN (SELECT rowid FROM build.main.document_block SEMI JOIN audited_document USING (document_key));

CREATE OR REPLACE TEMP TABLE fact_publication AS
FROM build.main.fact_publication
WHERE rowid IN (SELECT rowid FROM build.main.fact_publication SEMI JOIN audited_document USING (document_key));

CREATE OR REPLACE TEMP TABLE fact_mention AS
FROM build.main.fact_mention
WHERE rowid IN (SELECT rowid FROM build.main.fact_mention SEMI JOIN audited_document USING (document_key));

CREATE OR REPLACE TEMP TABLE fact_office AS
FROM build.main.fact_office
WHERE rowid IN (SELECT rowid FROM build.main.fact_office SEMI JOIN audited_document USING (document_key));

CREATE OR REPLACE TEMP TABLE fact_quote AS
FROM build.main.fact_quote
WHERE rowid IN (SELECT rowid FROM build.main.fact_quote SEMI JOIN audited_document USING (document_key));

CREATE OR REPLACE TEMP TABLE fact_event_report AS
FROM build.main.fact_event_report
WHERE rowid IN (SELECT rowid FROM build.main.fact_event_report SEMI JOIN audited_document USING (document_key));

CREATE OR REPLACE TEMP TABLE fact_participation AS
FROM build.main.fact_participation
WHERE rowid IN (SELECT rowid FROM build.main.fact_participation SEMI JOIN audited_document USING (document_key));

CREATE OR REPLACE TEMP TABLE fact_instrument AS
FROM build.main.fact_instrument
WHERE rowid IN (SELECT rowid FROM build.main.fact_instrument SEMI JOIN audited_document USING (document_key));

CREATE OR REPLACE TEMP TABLE fact_topic AS
FROM build.main.fact_topic
WHERE rowid IN (SELECT rowid FROM build.main.fact_topic SEMI JOIN audited_document USING (document_key));

CREATE OR REPLACE TEMP TABLE dim_person AS
FROM build.main.dim_person
WHERE person_key IN (
    SELECT person_key
    FROM fact_mention
    UNION
    SELECT person_key
    FROM fact_participation
    UNION
    SELECT speaker_person_key
    FROM fact_quote
);

CREATE OR REPLACE TEMP TABLE dim_event AS
FROM build.main.dim_event
WHERE event_key IN (SELECT event_key FROM fact_event_report);
