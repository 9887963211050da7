-- URI and raw text of documents, the star's and those that a load has not reached yet.
-- key: document_key    reads: stage.document    params: $keys
SELECT document_key, uri, raw
FROM stage.document
WHERE document_key IN (SELECT unnest($keys::BIGINT[]));
