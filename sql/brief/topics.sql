-- Topics over the 24 months up to the latest news: stories a month, of the topics with the most; and of the night.
-- key: topic, month    reads: edition, new_story, dim_document, dim_topic, fact_topic    params: $most
WITH treated AS (
    SELECT
        topic.name AS topic,
        date_trunc('month', document.published_date)::DATE AS month,
        count(DISTINCT document.canonical_document_key) AS stories,
        count(DISTINCT story.document_key) AS tonight
    FROM fact_topic AS fact
    INNER JOIN dim_topic AS topic USING (topic_key)
    INNER JOIN dim_document AS document USING (document_key)
    CROSS JOIN edition
    LEFT JOIN new_story AS story ON document.canonical_document_key = story.document_key AND story.is_new
    WHERE
        fact.topic_key <> 0
        AND document.published_date >= date_trunc('month', edition.latest_news) - INTERVAL 23 MONTH
        AND document.published_date <= edition.latest_news
    GROUP BY topic.name, month
),

busiest AS (
    SELECT
        topic,
        sum(stories) AS in_all,
        sum(tonight) AS tonight
    FROM treated
    GROUP BY topic
    ORDER BY in_all DESC, topic
    LIMIT $most
),

month AS (
    SELECT unnest(generate_series(
        date_trunc('month', latest_news) - INTERVAL 23 MONTH, date_trunc('month', latest_news), INTERVAL 1 MONTH
    ))::DATE AS month
    FROM edition
)

SELECT
    busiest.topic,
    month.month,
    coalesce(treated.stories, 0) AS stories,
    busiest.in_all::BIGINT AS in_all,
    busiest.tonight::BIGINT AS tonight
FROM busiest
CROSS JOIN month
LEFT JOIN treated ON busiest.topic = treated.topic AND month.month = treated.month
ORDER BY busiest.in_all DESC, busiest.topic, month.month;
