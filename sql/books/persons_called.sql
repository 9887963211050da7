-- Persons whose name or a form of it in some document holds the words given; exact ones first.
-- key: person_key    reads: dim_person, entity_alias, entity_identity    params: $words
WITH alias AS (
    SELECT entity_key AS person_key, list(alias ORDER BY mentions DESC, alias) AS aliases
    FROM entity_alias
    WHERE entity_type = 'person'
    GROUP BY entity_key
),

counted AS (
    SELECT entity_key AS person_key, count(DISTINCT document_key) AS documents
    FROM entity_identity
    WHERE entity_type = 'person'
    GROUP BY entity_key
)

SELECT
    dim_person.person_key,
    dim_person.name,
    dim_person.country_code,
    coalesce(alias.aliases, []) AS aliases,
    coalesce(counted.documents, 0) AS documents,
    list_contains(
        list_transform(list_prepend(dim_person.name, coalesce(alias.aliases, [])), lambda form: lower(strip_accents(form))),
        lower(strip_accents($words))
    ) AS is_exact
FROM dim_person
LEFT JOIN alias USING (person_key)
LEFT JOIN counted USING (person_key)
WHERE
    dim_person.person_key <> 0
    AND (
        dim_person.person_key::VARCHAR = $words
        OR contains(
            lower(strip_accents(array_to_string(list_prepend(dim_person.name, coalesce(alias.aliases, [])), chr(10)))),
            lower(strip_accents($words))
        )
    )
ORDER BY is_exact DESC, documents DESC, dim_person.name, dim_person.person_key;
