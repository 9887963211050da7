-- stage.place: rows of documents that leave or arrive go; rows of those that arrive come.
-- key: document_key, place_key    reads: leaving_document, the staged files    params: $paths (Parquet files)
DELETE FROM stage.place WHERE document_key IN (SELECT document_key FROM leaving_document);

INSERT INTO stage.place BY NAME
SELECT
    document_key, place_key, name, kind, country_code, country_name, latitude, longitude
FROM read_parquet($paths);
