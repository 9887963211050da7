-- All spellings of somebody, in Latin and Cyrillic letters, and how often each is printed.
-- key: person_key, alias    reads: entity_alias, dim_person    params: $person
-- $person TEXT: part of any spelling; example: Turaboyev
SELECT
    person.name,
    person.country_code,
    alias.alias,
    alias.mentions,
    person.person_key
FROM entity_alias AS alias
INNER JOIN dim_person AS person ON alias.entity_key = person.person_key
WHERE
    alias.entity_type = 'person'
    AND alias.entity_key IN (
        SELECT entity_key
        FROM entity_alias
        WHERE entity_type = 'person' AND contains(strip_accents(lower(alias)), strip_accents(lower($person)))
    )
ORDER BY person.name, person.person_key, alias.mentions DESC, alias.alias;
