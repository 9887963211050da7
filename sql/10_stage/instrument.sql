-- stage.instrument: rows of documents that leave or arrive go; rows of those that arrive come.
-- key: none    reads: leaving_document, the staged files    params: $paths (Parquet files)
DELETE FROM stage.instrument WHERE document_key IN (SELECT document_key FROM leaving_document);

INSERT INTO stage.instrument BY NAME
SELECT
    document_key, instrument_key, name, kind, organization_key, event, status, start_char, end_char,
    raw_start, raw_end
FROM read_parquet($paths);
