-- Pairs of an entered story with any other, near in time, that have the same words, or enough sampled codes in common
-- and no numbers or names that tell them apart.
-- key: left_key, right_key    reads: stage.story, stage.story_code
-- params: $entered (document keys), $first and $last (of their days), $days, $fewest, $percent,
--      $facts, $numbers, $names
WITH entered AS (SELECT unnest($entered::BIGINT[]) AS document_key),

own AS MATERIALIZED (FROM stage.story_code SEMI JOIN entered USING (document_key)),

near AS (  -- the index is in the order of the days, nearly: most of it is passed over unread
    SELECT own.document_key AS one_key, own.sample_size, other.document_key AS other_key, other.sample_size AS other_size
    FROM own
    INNER JOIN stage.story_code AS other USING (code)
    WHERE (other.published_date IS NULL OR other.published_date BETWEEN $first::DATE - $days AND $last::DATE + $days)
        AND own.document_key <> other.document_key
        AND own.published_date IS NOT NULL
        AND coalesce(abs(own.published_date - other.published_date) <= $days, TRUE)
    UNION ALL
    SELECT own.document_key AS one_key, own.sample_size, other.document_key AS other_key, other.sample_size AS other_size
    FROM own
    INNER JOIN stage.story_code AS other USING (code)
    WHERE own.document_key <> other.document_key AND own.published_date IS NULL
),

shared AS (
    SELECT one_key, other_key
    FROM near
    GROUP BY one_key, other_key
    HAVING count(*) >= $fewest AND 100 * count(*) >= $percent * least(min(sample_size), min(other_size))
),

same AS (
    SELECT one.document_key AS one_key, other.document_key AS other_key
    FROM stage.story AS one
    INNER JOIN stage.story AS other USING (text_hash)
    WHERE one.document_key IN (SELECT document_key FROM entered)
        AND one.document_key <> other.document_key
        AND coalesce(abs(one.published_date - other.published_date) <= $days, TRUE)
)

SELECT DISTINCT least(one_key, other_key) AS left_key, greatest(one_key, other_key) AS right_key
FROM (
    FROM same
    UNION ALL
    SELECT one_key, other_key
    FROM shared
    INNER JOIN stage.story AS one ON shared.one_key = one.document_key
    INNER JOIN stage.story AS other ON shared.other_key = other.document_key
    WHERE (
            least(len(one.numbers), len(other.numbers)) < $facts
            OR 100 * len(list_intersect(one.numbers, other.numbers))
            >= $numbers * least(len(one.numbers), len(other.numbers))
        )
        AND (
            least(len(one.names), len(other.names)) < $facts
            OR 100 * len(list_intersect(one.names, other.names)) >= $names * least(len(one.names), len(other.names))
        )
)
ORDER BY left_key, right_key;
