-- stage.duplicate_identity: replaced as a whole, since resolution speaks of the whole corpus.
-- key: document_key    reads: the staged files    params: $paths (Parquet files)
DELETE FROM stage.duplicate_identity;

INSERT INTO stage.duplicate_identity BY NAME
SELECT
    document_key, canonical_document_key, because
FROM read_parquet($paths);
