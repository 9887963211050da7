-- stage.dateline: rows of documents that leave or arrive go; rows of those that arrive come.
-- key: document_key    reads: leaving_document, the staged files    params: $paths (Parquet files)
DELETE FROM stage.dateline WHERE document_key IN (SELECT document_key FROM leaving_document);

INSERT INTO stage.dateline BY NAME
SELECT
    document_key, place_key
FROM read_parquet($paths);
