-- stage.block: rows of documents that leave or arrive go; rows of those that arrive come.
-- key: document_key, block    reads: leaving_document, the staged files    params: $paths (Parquet files)
DELETE FROM stage.block WHERE document_key IN (SELECT document_key FROM leaving_document);

INSERT INTO stage.block BY NAME
SELECT
    document_key, block, raw_start, raw_end, is_kept, reason, rule, language
FROM read_parquet($paths);
