-- Topics by month against the month before: independent stories, and the difference.
-- key: month, topic    reads: topic_month    params: none
SELECT
    month,
    topic,
    parent_topic,
    stories,
    stories - coalesce(
        max(stories) OVER (
            PARTITION BY topic_key ORDER BY month
            RANGE BETWEEN INTERVAL 1 MONTH PRECEDING AND INTERVAL 1 MONTH PRECEDING
        ),
        0
    ) AS more_than_month_before
FROM topic_month
ORDER BY month DESC NULLS LAST, more_than_month_before DESC, stories DESC, topic;
