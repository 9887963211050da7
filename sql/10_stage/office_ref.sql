-- stage.office_ref: rows of documents that leave or arrive go; rows of those that arrive come.
-- key: document_key, office_key    reads: leaving_document, the staged files    params: $paths (Parquet files)
DELETE FROM stage.office_ref WHERE document_key IN (SELECT document_key FROM leaving_document);

INSERT INTO stage.office_ref BY NAME
SELECT
    document_key, office_key, title, organization_key, country_code, rank
FROM read_parquet($paths);
