-- stage.event: rows of documents that leave or arrive go; rows of those that arrive come.
-- key: document_key, event    reads: leaving_document, the staged files    params: $paths (Parquet files)
DELETE FROM stage.event WHERE document_key IN (SELECT document_key FROM leaving_document);

INSERT INTO stage.event BY NAME
SELECT
    document_key, event, name, type, organization_key, place_key, start_date, end_date, date_precision,
    ordinal, is_planned, is_main, start_char, end_char, raw_start, raw_end
FROM read_parquet($paths);
