-- stage.story, stage.story_code, stage.story_pair: the index of stories. The files of 00_schema make the tables, and the next
-- night fills them.
-- key: none    reads: nothing    params: none
DROP TABLE IF EXISTS stage.story_pair;
