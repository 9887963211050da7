-- stage.person_entity: replaced as a whole, since resolution speaks of the whole corpus.
-- key: person_key    reads: the staged files    params: $paths (Parquet files)
DELETE FROM stage.person_entity;

INSERT INTO stage.person_entity BY NAME
SELECT
    person_key, name, family_name, given_name, country_code
FROM read_parquet($paths);
