-- All pairs of copies.
-- key: left_key, right_key    reads: stage.story_pair    params: none
SELECT left_key, right_key, because
FROM stage.story_pair
ORDER BY left_key, right_key;
