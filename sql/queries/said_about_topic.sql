-- What somebody said over time in stories that treat a topic; by default everybody about everything.
-- key: quote_key    reads: quote, fact_topic, dim_topic, dim_document    params: $person, $topic
-- $person TEXT = '': part of the name, with or without accents; example: Luchnikov
-- $topic TEXT = '': part of the topic; example: exercises
SELECT
    quote.published_date,
    quote.person,
    quote.office,
    quote.country_code,
    list(topic.name ORDER BY topic.name) AS topics,
    quote.kind,
    quote.text,
    quote.event,
    quote.quote_key
FROM quote
INNER JOIN fact_topic AS treated USING (document_key)
INNER JOIN dim_topic AS topic USING (topic_key)
WHERE
    quote.is_canonical
    AND contains(strip_accents(lower(coalesce(quote.person, ''))), strip_accents(lower($person)))
    AND contains(topic.name, lower($topic))
GROUP BY ALL
ORDER BY quote.published_date NULLS LAST, quote.person, quote.quote_key;
