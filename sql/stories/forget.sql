-- stage.story, stage.story_code, stage.story_pair: stories that left the stage, or stand there in another version, go.
-- key: document_key    reads: stage.story, stage.version, stage.document    params: $signature_version
CREATE OR REPLACE TEMP TABLE forgotten_story AS
SELECT document_key
FROM stage.story
WHERE document_key NOT IN (
    SELECT entered.document_key
    FROM stage.story AS entered
    INNER JOIN stage.version USING (document_key, fingerprint)
    INNER JOIN stage.document USING (document_key)
    WHERE document.is_story AND entered.signature_version = $signature_version
);

DELETE FROM stage.story_pair
WHERE left_key IN (SELECT document_key FROM forgotten_story)
    OR right_key IN (SELECT document_key FROM forgotten_story);

DELETE FROM stage.story_code WHERE document_key IN (SELECT document_key FROM forgotten_story);

DELETE FROM stage.story WHERE document_key IN (SELECT document_key FROM forgotten_story);
