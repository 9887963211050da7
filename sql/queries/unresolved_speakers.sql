-- Quotes whose speaker is known by words of the text only: by agency, how many, and the commonest words.
-- key: agency    reads: quote    params: none
WITH called AS (
    SELECT
        coalesce(agency, 'unknown') AS agency,
        speaker_surface,
        count(*) AS times
    FROM quote
    WHERE speaker IS NULL AND speaker_surface <> ''
    GROUP BY ALL
),

commonest AS (
    SELECT
        agency,
        list(speaker_surface ORDER BY times DESC, speaker_surface)[:5] AS called
    FROM called
    GROUP BY agency
)

SELECT
    coalesce(quote.agency, 'unknown') AS agency,
    count(*) AS quotes,
    count(*) FILTER (quote.speaker IS NULL) AS unresolved,
    round(count(*) FILTER (quote.speaker IS NULL) / count(*), 3) AS share,
    any_value(commonest.called) AS called
FROM quote
LEFT JOIN commonest ON coalesce(quote.agency, 'unknown') = commonest.agency
GROUP BY coalesce(quote.agency, 'unknown')
ORDER BY unresolved DESC, quotes DESC, agency;
