-- assumed_place: reports at the place of the dateline, in documents whose text has no mention of that place.
-- present_input: documents that report events, with a fingerprint of all that their reports are compared by.
-- touched_document: documents whose reports are not what was decided on, or are gone.
-- wanted_document: those of them that are there.
-- key: document_key, event; document_key
-- reads: stage.event, stage.document, stage.place, stage.participation, stage.person_identity, stage.duplicate_identity,
--      stage.dateline, stage.mention, stage.event_input, bodies (a registered frame)    params: none
CREATE OR REPLACE TEMP TABLE assumed_place AS
WITH at_dateline AS (
    SELECT document_key, event, place_key
    FROM stage.event
    SEMI JOIN stage.dateline USING (document_key, place_key)
),

mentioned AS (
    SELECT DISTINCT document_key, place_key
    FROM stage.mention
    SEMI JOIN at_dateline USING (document_key, place_key)
)

SELECT document_key, event
FROM at_dateline
ANTI JOIN mentioned USING (document_key, place_key);

CREATE OR REPLACE TEMP TABLE present_input AS
WITH place_facts AS (
    SELECT place_key, sum(hash(country_code, kind, name)::HUGEINT) AS facts
    FROM (SELECT DISTINCT place_key, country_code, kind, name FROM stage.place)
    GROUP BY place_key
),

parties AS (
    SELECT document_key, event, sum(hash(person_key)::HUGEINT) AS people
    FROM (
        SELECT DISTINCT document_key, event, person_key
        FROM stage.participation
        INNER JOIN stage.person_identity USING (document_key, person)
    )
    GROUP BY document_key, event
)

SELECT
    report.document_key,
    sum(
        hash(
            report,
            document.published_date,
            place_facts.facts,
            bodies.root,
            bodies.name,
            parties.people,
            duplicate_identity.canonical_document_key,
            assumed_place.event IS NOT NULL
        )::HUGEINT
    ) AS fingerprint
FROM stage.event AS report
LEFT JOIN stage.document USING (document_key)
LEFT JOIN place_facts USING (place_key)
LEFT JOIN bodies USING (organization_key)
LEFT JOIN parties USING (document_key, event)
LEFT JOIN stage.duplicate_identity USING (document_key)
LEFT JOIN assumed_place USING (document_key, event)
GROUP BY report.document_key;

CREATE OR REPLACE TEMP TABLE touched_document AS
SELECT document_key
FROM present_input
ANTI JOIN stage.event_input USING (document_key, fingerprint)
UNION
SELECT document_key
FROM stage.event_input
ANTI JOIN present_input USING (document_key);

CREATE OR REPLACE TEMP TABLE wanted_document AS
FROM touched_document
SEMI JOIN present_input USING (document_key);

DELETE FROM stage.event_block WHERE document_key IN (SELECT document_key FROM touched_document);
