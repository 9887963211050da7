-- dim_person: one row a person that a current document names.
-- key: person_key    reads: stage.person, stage.person_identity, stage.person_entity    params: none
MERGE INTO dim_person AS held
USING (
    SELECT 0 AS person_key, 'unknown' AS name
    UNION ALL BY NAME
    SELECT person_key, name, family_name, given_name, country_code
    FROM stage.person_entity
    SEMI JOIN (SELECT person_key FROM stage.person_identity SEMI JOIN stage.person USING (document_key, person))
        USING (person_key)
) AS stated
ON held.person_key = stated.person_key
WHEN MATCHED AND (held.name, held.family_name, held.given_name, held.country_code)
    IS DISTINCT FROM (stated.name, stated.family_name, stated.given_name, stated.country_code) THEN UPDATE SET
    name = stated.name,
    family_name = stated.family_name,
    given_name = stated.given_name,
    country_code = stated.country_code
WHEN NOT MATCHED THEN INSERT BY NAME
WHEN NOT MATCHED BY SOURCE THEN DELETE;
