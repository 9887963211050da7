-- stage.person_name: the next night decides everything anew.
-- key: name    reads: nothing    params: none
DELETE FROM stage.person_name;
