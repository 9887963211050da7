-- present_story: which document each story is a copy of; one without copies is an original of its own.
-- changed_story: stories of which that is not as it was.
-- stage.duplicate_identity: brought to that.
-- key: document_key    reads: stage.story, incoming (a registered frame)    params: $alone
CREATE OR REPLACE TEMP TABLE present_story AS
SELECT document_key, canonical_document_key, because
FROM incoming
UNION ALL BY NAME
SELECT document_key, document_key AS canonical_document_key, $alone AS because
FROM stage.story
ANTI JOIN incoming USING (document_key);

CREATE OR REPLACE TEMP TABLE changed_story AS
FROM present_story
ANTI JOIN stage.duplicate_identity USING (document_key, canonical_document_key, because);

DELETE FROM stage.duplicate_identity
WHERE rowid IN (
    SELECT rowid
    FROM stage.duplicate_identity
    ANTI JOIN present_story USING (document_key, canonical_document_key, because)
);

INSERT INTO stage.duplicate_identity BY NAME
FROM changed_story;
