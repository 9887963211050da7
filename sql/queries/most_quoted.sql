-- Who is quoted most, in how many independent stories, and how much of it word for word.
-- key: person_key    reads: quote    params: none
SELECT
    person,
    max(country_code) AS country_code,
    count(*) AS quotes,
    count(DISTINCT document_key) AS stories,
    round(count(*) FILTER (kind = 'direct') / count(*), 2) AS share_direct,
    sum(words) AS words,
    min(published_date) AS first_quoted,
    max(published_date) AS last_quoted,
    person_key
FROM quote
WHERE is_canonical AND person IS NOT NULL
GROUP BY person_key, person
ORDER BY quotes DESC, stories DESC, person
LIMIT 50;
