-- stage.participation: rows of documents that leave or arrive go; rows of those that arrive come.
-- key: document_key, event, person    reads: leaving_document, the staged files    params: $paths (Parquet files)
DELETE FROM stage.participation WHERE document_key IN (SELECT document_key FROM leaving_document);

INSERT INTO stage.participation BY NAME
SELECT
    document_key, event, person, office_key, country_code, role
FROM read_parquet($paths);
