-- stage.topic: rows of documents that leave or arrive go; rows of those that arrive come.
-- key: document_key, topic_key    reads: leaving_document, the staged files    params: $paths (Parquet files)
DELETE FROM stage.topic WHERE document_key IN (SELECT document_key FROM leaving_document);

INSERT INTO stage.topic BY NAME
SELECT
    document_key, topic_key, name, parent_name, hits
FROM read_parquet($paths);
