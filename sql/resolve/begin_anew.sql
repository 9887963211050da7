-- All that resolution decided, and on what, goes: it is decided anew.
-- key: none    reads: nothing    params: none
DELETE FROM stage.person_name;

DELETE FROM stage.person_block;

DELETE FROM stage.event_input;

DELETE FROM stage.event_block;

DELETE FROM stage.event_member;

DELETE FROM stage.event_cluster;

DELETE FROM stage.person_identity;

DELETE FROM stage.person_entity;

DELETE FROM stage.event_identity;

DELETE FROM stage.event_entity;

DELETE FROM stage.duplicate_identity;
