-- People who were first named in the last weeks of what the warehouse holds, with the office in which they appear.
-- key: person_key    reads: fact_mention, dim_document, dim_person, office_history    params: $weeks
-- $weeks INTEGER = 8: how many weeks before the last day of publication; example: 52
SELECT
    min(document.published_date) AS first_named,
    person.name,
    any_value(held.offices) AS offices,
    count(DISTINCT document.canonical_document_key) AS stories,
    person.person_key
FROM fact_mention AS mention
INNER JOIN dim_document AS document USING (document_key)
INNER JOIN dim_person AS person USING (person_key)
LEFT JOIN (
    SELECT person_key, list(concat_ws(', ', office, country_code) ORDER BY last_seen DESC NULLS LAST, office) AS offices
    FROM office_history
    GROUP BY person_key
) AS held USING (person_key)
WHERE person.person_key <> 0
GROUP BY person.person_key, person.name
HAVING first_named >= (SELECT max(published_date) FROM dim_document) - to_days(7 * $weeks::INTEGER)
ORDER BY first_named DESC, person.name, person.person_key;
