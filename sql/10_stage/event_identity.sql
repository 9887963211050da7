-- stage.event_identity: replaced as a whole, since resolution speaks of the whole corpus.
-- key: document_key, event    reads: the staged files    params: $paths (Parquet files)
DELETE FROM stage.event_identity;

INSERT INTO stage.event_identity BY NAME
SELECT
    document_key, event, event_key, because
FROM read_parquet($paths);
