-- What the stories with the given keys are compared by.
-- key: document_key    reads: stage.story    params: $keys (document keys)
SELECT document_key, text_hash, sentences, numbers, names
FROM stage.story
WHERE document_key IN (SELECT unnest($keys::BIGINT[]));
