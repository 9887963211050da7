-- stage.document: rows of documents that leave or arrive go; rows of those that arrive come.
-- key: document_key    reads: leaving_document, the staged files    params: $paths (Parquet files)
DELETE FROM stage.document WHERE document_key IN (SELECT document_key FROM leaving_document);

INSERT INTO stage.document BY NAME
SELECT
    document_key, uri, content_sha256, format, language, is_story, title, raw, body, offsets, agency, outlet,
    published_date, published_date_basis, published_date_candidates, dateline_place, dateline_text,
    is_machine_translated, machine_translation_evidence, encoding, stated_title, stated_published, stated_url
FROM read_parquet($paths);
