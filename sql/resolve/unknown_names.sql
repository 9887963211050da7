-- Names of people of which the stage does not know the block yet.
-- key: name    reads: stage.person, stage.person_name    params: none
SELECT DISTINCT person.name
FROM stage.person
ANTI JOIN stage.person_name USING (name);
