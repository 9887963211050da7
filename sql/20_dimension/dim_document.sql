-- dim_document: one row a current document, made anew where its staged rows or its place among duplicates changed.
-- key: document_key    reads: stage.document, stage.version, stage.dateline, stage.duplicate_identity, stale_document,
--      fresh_document    params: $loaded_at
CREATE OR REPLACE TEMP TABLE loaded_before AS
SELECT document_key, content_sha256, extractor_version, loaded_at
FROM dim_document
SEMI JOIN stale_document USING (document_key);

DELETE FROM dim_document WHERE document_key IN (SELECT document_key FROM stale_document);

INSERT INTO dim_document BY NAME
SELECT
    document.document_key,
    document.uri,
    document.content_sha256,
    document.format,
    document.language,
    document.is_story,
    document.title,
    coalesce(source_key(document.agency), 0) AS agency_source_key,
    coalesce(source_key(document.outlet), 0) AS outlet_source_key,
    document.published_date,
    document.published_date_basis,
    list_sort(document.published_date_candidates) AS published_date_candidates,
    coalesce(dateline.place_key, 0) AS dateline_place_key,
    length(document.raw) AS raw_chars,
    length(document.body) AS body_chars,
    word_count(document.body) AS body_words,
    document.is_machine_translated,
    coalesce(duplicate_identity.canonical_document_key, document.document_key) AS canonical_document_key,
    version.extractor_version,
    coalesce(loaded_before.loaded_at, $loaded_at) AS loaded_at
FROM stage.document
SEMI JOIN fresh_document USING (document_key)
INNER JOIN stage.version USING (document_key)
LEFT JOIN stage.dateline USING (document_key)
LEFT JOIN stage.duplicate_identity USING (document_key)
LEFT JOIN loaded_before
    ON
        document.document_key = loaded_before.document_key
        AND document.content_sha256 = loaded_before.content_sha256
        AND version.extractor_version = loaded_before.extractor_version;

INSERT INTO dim_document BY NAME
SELECT
    0 AS document_key,
    'unknown' AS uri,
    '' AS content_sha256,
    'unknown' AS format,
    'und' AS language,
    false AS is_story,
    0 AS agency_source_key,
    0 AS outlet_source_key,
    'none' AS published_date_basis,
    []::DATE[] AS published_date_candidates,
    0 AS dateline_place_key,
    0 AS raw_chars,
    0 AS body_chars,
    0 AS body_words,
    false AS is_machine_translated,
    0 AS canonical_document_key,
    '' AS extractor_version,
    TIMESTAMP '1970-01-01 00:00:00' AS loaded_at
ON CONFLICT DO NOTHING;
