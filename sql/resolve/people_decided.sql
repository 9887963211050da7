-- stage.person_identity: people of the touched blocks are whom they have been decided to be, and those that left go.
-- changed_person: people who are somebody else than before, or are new.
-- key: document_key, person    reads: person_variant, person_evidence, decided (a registered frame)    params: none
CREATE OR REPLACE TEMP TABLE decided_person AS
SELECT bearer.document_key, bearer.person, decided.person_key, decided.because
FROM decided
INNER JOIN (SELECT number, unnest(bearers) AS bearer FROM person_variant) USING (number);

CREATE OR REPLACE TEMP TABLE changed_person AS
FROM decided_person
ANTI JOIN stage.person_identity USING (document_key, person, person_key);

MERGE INTO stage.person_identity AS held
USING decided_person AS stated
ON held.document_key = stated.document_key AND held.person = stated.person
WHEN MATCHED AND (held.person_key, held.because) IS DISTINCT FROM (stated.person_key, stated.because) THEN UPDATE SET
    person_key = stated.person_key,
    because = stated.because
WHEN NOT MATCHED THEN INSERT BY NAME;

DELETE FROM stage.person_identity
WHERE rowid IN (SELECT rowid FROM stage.person_identity ANTI JOIN person_evidence USING (document_key, person));
