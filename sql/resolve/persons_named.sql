-- stage.person_entity: persons of the touched blocks, and without those that no document names any more.
-- stage.person_block: what has now been decided on.
-- key: person_key; block    reads: stage.person_identity, present_block, incoming (a registered frame)    params: none
DELETE FROM stage.person_entity
WHERE person_key NOT IN (SELECT person_key FROM stage.person_identity) OR person_key IN (SELECT person_key FROM incoming);

INSERT INTO stage.person_entity BY NAME
SELECT person_key, name, family_name, given_name, country_code
FROM incoming;

DELETE FROM stage.person_block
WHERE rowid IN (SELECT rowid FROM stage.person_block ANTI JOIN present_block USING (block, fingerprint));

INSERT INTO stage.person_block BY NAME
SELECT block, fingerprint
FROM present_block
ANTI JOIN stage.person_block USING (block);
