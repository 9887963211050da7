-- stage.organization: rows of documents that leave or arrive go; rows of those that arrive come.
-- key: document_key, organization_key    reads: leaving_document, the staged files    params: $paths (Parquet files)
DELETE FROM stage.organization WHERE document_key IN (SELECT document_key FROM leaving_document);

INSERT INTO stage.organization BY NAME
SELECT
    document_key, organization_key, name, acronym, kind, country_code, parent_name
FROM read_parquet($paths);
