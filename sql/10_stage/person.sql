-- stage.person: rows of documents that leave or arrive go; rows of those that arrive come.
-- key: document_key, person    reads: leaving_document, the staged files    params: $paths (Parquet files)
DELETE FROM stage.person WHERE document_key IN (SELECT document_key FROM leaving_document);

INSERT INTO stage.person BY NAME
SELECT
    document_key, person, name, given_name, family_name, country_code
FROM read_parquet($paths);
