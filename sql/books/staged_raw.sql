-- The raw records of staged documents, as they were read.
-- key: uri    reads: stage.document    params: $keys (document keys)
SELECT
    uri, content_sha256, format, encoding, raw,
    stated_title AS title,
    stated_published AS published,
    stated_url AS url
FROM stage.document
WHERE encoding IS NOT NULL AND document_key IN (SELECT unnest($keys::BIGINT[]))
ORDER BY uri;
