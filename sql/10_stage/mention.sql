-- stage.mention: rows of documents that leave or arrive go; rows of those that arrive come, each with its key.
-- key: none    reads: leaving_document, the staged files    params: $paths (Parquet files)
DELETE FROM stage.mention WHERE document_key IN (SELECT document_key FROM leaving_document);

INSERT INTO stage.mention BY NAME
SELECT
    document_key, entity_type, person, organization_key, place_key, event, instrument_key, surface, sentence,
    start_char, end_char, raw_start, raw_end,
    mention_key(
        document_key, entity_type, start_char, end_char, person, event, organization_key, place_key, instrument_key
    ) AS mention_key
FROM read_parquet($paths);
