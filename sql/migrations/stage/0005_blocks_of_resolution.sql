-- stage.person_name, stage.person_block, stage.event_input, stage.event_block, stage.event_member, stage.event_cluster: what
-- resolution decided, and on what. The files of 00_schema make the tables, and the next night fills them.
-- key: none    reads: nothing    params: none
DROP TABLE IF EXISTS stage.person_block;
