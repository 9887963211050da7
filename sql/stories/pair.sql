-- stage.story_pair: pairs of copies that were found.
-- key: left_key, right_key    reads: incoming (a registered frame)    params: none
INSERT INTO stage.story_pair BY NAME
SELECT left_key, right_key, because
FROM incoming;
