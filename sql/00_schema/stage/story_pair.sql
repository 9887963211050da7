-- stage.story_pair: One row a pair of stories that are copies of one another.
-- key: left_key, right_key    reads: nothing    params: none
CREATE TABLE IF NOT EXISTS stage.story_pair (
    left_key BIGINT NOT NULL,
    right_key BIGINT NOT NULL,
    because VARCHAR NOT NULL
);

COMMENT ON TABLE stage.story_pair IS 'One row a pair of stories that are copies of one another.';
COMMENT ON COLUMN stage.story_pair.left_key IS 'The document with the lower key.';
COMMENT ON COLUMN stage.story_pair.right_key IS 'The other document.';
COMMENT ON COLUMN stage.story_pair.because IS 'What recurs.';
