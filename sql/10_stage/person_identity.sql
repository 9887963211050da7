-- stage.person_identity: replaced as a whole, since resolution speaks of the whole corpus.
-- key: document_key, person    reads: the staged files    params: $paths (Parquet files)
DELETE FROM stage.person_identity;

INSERT INTO stage.person_identity BY NAME
SELECT
    document_key, person, person_key, because
FROM read_parquet($paths);
