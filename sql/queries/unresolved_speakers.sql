-- Quotes whose speaker is known by words of the text only: by agency, how many, and the commonest words.
-- key: agency    reads: quote    params: none
SELECT
    coalesce(agency, 'unknown') AS agency,
    count(*) AS quotes,
    count(*) FILTER (speaker IS NULL) AS unresolved,
    round(count(*) FILTER (speaker IS NULL) / count(*), 3) AS share,
    list_distinct(list(speaker_surface) FILTER (speaker IS NULL AND speaker_surface <> ''))[:5] AS called
FROM quote
GROUP BY coalesce(agency, 'unknown')
ORDER BY unresolved DESC, quotes DESC, agency;
