-- stage.quote: rows of documents that leave or arrive go; rows of those that arrive come.
-- key: document_key, start_char, end_char    reads: leaving_document, the staged files    params: $paths (Parquet files)
DELETE FROM stage.quote WHERE document_key IN (SELECT document_key FROM leaving_document);

INSERT INTO stage.quote BY NAME
SELECT
    document_key, speaker_person, speaker_organization_key, speaker_office_key, speaker_surface, event, cue,
    kind, text, sentence, start_char, end_char, raw_start, raw_end
FROM read_parquet($paths);
