-- How each source did in the night, against the nights before it, as a temporary table that other files read.
--
-- A night is odd where it lies further from the median of the nights before than 3.5 times their spread: the rule of
-- Iglewicz and Hoaglin (How to Detect and Handle Outliers, ASQC 1993) for 1.4826 times the median absolute deviation, which
-- one odd night among the others does not move. The spread is at least
--   that of the middle four fifths of the nights, so that a week-end is none of its outliers, and
--   what counting alone brings (Poisson's or the binomial error), so that small numbers are not judged;
-- and the change has to be worth a look: see least_fall and least_rise. Nothing is judged on fewer than $least nights.
--
-- key: set_aside: night; watched: night; came: is_all, source, night; measured: is_all, source, measure, night;
--   drift: is_all, source, measure
-- reads: arrival, dim_document, dim_source, fact_publication, fact_quote, meta.document_version, meta.run
-- params: $day (NULL: the last night), $nights (before the night, at most), $least (nights, at least), $most (sources)

-- set_aside: records that were set aside in a night, new or with another text.
CREATE OR REPLACE TEMP TABLE set_aside AS
SELECT
    seen_at::DATE AS night,
    count(DISTINCT uri) AS records
FROM (
    SELECT
        uri,
        seen_at,
        state,
        content_sha256,
        lag(content_sha256) OVER (PARTITION BY uri ORDER BY version) AS text_before
    FROM meta.document_version
)
WHERE state = 'quarantined' AND (text_before IS NULL OR text_before <> content_sha256)
GROUP BY night;

-- watched: the night, and the nights before it on which anything came in or was set aside.
CREATE OR REPLACE TEMP TABLE watched AS
SELECT
    night,
    night = max(night) OVER () AS is_tonight
FROM (
    SELECT night FROM arrival
    UNION
    SELECT night FROM set_aside
    UNION
    SELECT $day::DATE AS night
)
WHERE night <= coalesce($day::DATE, night)
ORDER BY night DESC
LIMIT $nights + 1;

-- came: what came of a source in a night; with is_all, of all sources together. Records set aside name no source.
CREATE OR REPLACE TEMP TABLE came AS
WITH document AS (
    SELECT
        coalesce(agency.name, outlet.name, '') AS source,
        arrival.night,
        told.document_key,
        told.is_story,
        told.published_date,
        told.body_chars,
        told.raw_chars,
        publication.mentions
    FROM arrival
    INNER JOIN watched USING (night)
    INNER JOIN dim_document AS told USING (uri)
    LEFT JOIN fact_publication AS publication USING (document_key)
    LEFT JOIN dim_source AS agency ON told.agency_source_key = agency.source_key AND agency.source_key <> 0
    LEFT JOIN dim_source AS outlet ON told.outlet_source_key = outlet.source_key AND outlet.source_key <> 0
),

quoted AS (
    SELECT
        document_key,
        count(*) AS quotes,
        count(*) FILTER (
            speaker_person_key = 0 AND speaker_organization_key = 0 AND speaker_office_key = 0
        ) AS of_nobody
    FROM fact_quote
    SEMI JOIN document USING (document_key)
    GROUP BY document_key
)

SELECT
    grouping(document.source) = 1 AS is_all,
    coalesce(document.source, '') AS source,
    document.night,
    count(*) AS documents,
    count(*) FILTER (document.is_story) AS stories,
    coalesce(sum(document.body_chars) FILTER (document.is_story), 0)::BIGINT AS body_chars,
    coalesce(sum(document.raw_chars) FILTER (document.is_story), 0)::BIGINT AS raw_chars,
    count(*) FILTER (document.is_story AND document.published_date IS NULL) AS undated,
    coalesce(sum(quoted.quotes), 0)::BIGINT AS quotes,
    coalesce(sum(quoted.of_nobody), 0)::BIGINT AS of_nobody,
    coalesce(sum(document.mentions), 0)::BIGINT AS mentions
FROM document
LEFT JOIN quoted USING (document_key)
GROUP BY GROUPING SETS ((document.source, document.night), (document.night));

-- measured: each measure of a source in each night since it first brought something.
-- rule: a `share` changes by points, a `count` or a `mean` by its multiples. least_fall and least_rise are the changes that
-- are worth a look (NULL: none is), least_base what the night must rest on: stories, quotes or records. variance is its part of
-- the binomial's: a page is kept in part, a day is known or not.
CREATE OR REPLACE TEMP TABLE measured AS
WITH rule AS (
    FROM (
        VALUES
        (1, 'documents', 'count', 0.5, 2.0, 0, 1),
        (2, 'share_kept', 'share', 0.1, 0.1, 10, 1 / 3),
        (3, 'share_undated', 'share', NULL, 0.15, 10, 1),
        (4, 'share_unresolved', 'share', NULL, 0.2, 10, 1),
        (5, 'mentions_per_story', 'mean', 0.4, 1.0, 10, 1),
        (6, 'quotes_per_story', 'mean', 0.5, 1.5, 10, 1),
        (7, 'share_set_aside', 'share', NULL, 0.05, 20, 1)
    ) AS rule (place, measure, kind, least_fall, least_rise, least_base, variance)
),

busiest AS (
    SELECT
        is_all,
        source,
        min(night) AS since,
        sum(documents) AS documents
    FROM came
    GROUP BY is_all, source
    ORDER BY is_all DESC, documents DESC, source
    LIMIT $most + 1
)

SELECT
    busiest.is_all,
    busiest.source,
    watched.night,
    watched.is_tonight,
    rule.*,
    CASE rule.measure
        WHEN 'documents' THEN coalesce(came.documents, 0)  -- nothing, after there had been something, is 0
        WHEN 'share_kept' THEN least(came.body_chars / nullif(came.raw_chars, 0), 1)  -- cleaning may spell signs out
        WHEN 'share_undated' THEN came.undated / nullif(came.stories, 0)
        WHEN 'share_unresolved' THEN came.of_nobody / nullif(came.quotes, 0)
        WHEN 'mentions_per_story' THEN came.mentions / nullif(came.stories, 0)
        WHEN 'quotes_per_story' THEN came.quotes / nullif(came.stories, 0)
        WHEN 'share_set_aside' THEN coalesce(set_aside.records, 0) / nullif(coalesce(set_aside.records, 0) + coalesce(came.documents, 0), 0)
    END::DOUBLE AS amount,
    CASE rule.measure
        WHEN 'documents' THEN 0
        WHEN 'share_unresolved' THEN coalesce(came.quotes, 0)
        WHEN 'share_set_aside' THEN coalesce(set_aside.records, 0) + coalesce(came.documents, 0)
        ELSE coalesce(came.stories, 0)
    END AS base
FROM busiest
CROSS JOIN rule
INNER JOIN watched ON busiest.since <= watched.night
LEFT JOIN came
    ON
        busiest.is_all = came.is_all
        AND busiest.source = came.source
        AND watched.night = came.night
LEFT JOIN set_aside ON watched.night = set_aside.night
WHERE rule.measure <> 'share_set_aside' OR busiest.is_all;

-- drift: tonight's measures, what is usual, and whether they are odd: low, high or neither.
CREATE OR REPLACE TEMP TABLE drift AS
WITH before AS (  -- the nights before that rest on enough
    SELECT
        is_all,
        source,
        measure,
        count(*) AS nights,
        median(amount) AS usual,
        (quantile_cont(amount, 0.9) - quantile_cont(amount, 0.1)) / 2.5631 AS breadth,
        list(amount) AS amounts
    FROM measured
    WHERE NOT is_tonight AND amount IS NOT NULL AND base >= least_base
    GROUP BY is_all, source, measure
),

judged AS (
    SELECT
        tonight.*,
        coalesce(before.nights, 0) AS nights,
        before.usual,
        greatest(
            1.4826 * list_median(list_transform(before.amounts, lambda a: abs(a - before.usual))),
            before.breadth,
            CASE tonight.kind
                WHEN 'count' THEN sqrt(before.usual)
                WHEN 'mean' THEN sqrt(before.usual / nullif(tonight.base, 0))
                -- of a share of 0 or 1, too, a night may bring an exception: as if it had brought one more of each kind
                ELSE sqrt(
                    tonight.variance
                    * (before.usual * tonight.base + 1)
                    * ((1 - before.usual) * tonight.base + 1)
                    / (tonight.base + 2) ** 3
                )
            END
        ) AS spread
    FROM measured AS tonight
    LEFT JOIN before
        ON
            tonight.is_all = before.is_all
            AND tonight.source = before.source
            AND tonight.measure = before.measure
    WHERE tonight.is_tonight
),

bounded AS (
    SELECT
        *,
        usual - greatest(3.5 * spread, least_fall * if(kind = 'share', 1, usual)) AS low,
        usual + greatest(3.5 * spread, least_rise * if(kind = 'share', 1, usual)) AS high,
        amount IS NOT NULL AND base >= least_base AND nights >= $least AS is_judged
    FROM judged
),

-- A night that has had fewer runs than is usual is not over: it cannot have too few documents yet.
run_count AS (
    SELECT
        watched.night,
        watched.is_tonight,
        count(run.run_id) AS runs
    FROM watched
    LEFT JOIN meta.run AS run
        ON watched.night = run.started_at::DATE AND run.flow = 'nightly' AND run.state <> 'failed'
    GROUP BY watched.night, watched.is_tonight
),

over AS (
    SELECT
        coalesce(
            max(runs) FILTER (is_tonight) >= median(runs) FILTER (NOT is_tonight),
            TRUE
        ) AS is_over
    FROM run_count
)

SELECT
    bounded.is_all,
    bounded.source,
    bounded.place,
    bounded.measure,
    bounded.kind,
    bounded.amount,
    bounded.base,
    bounded.nights,
    bounded.usual,
    if(bounded.least_fall IS NULL, NULL, greatest(bounded.low, 0)) AS low,
    if(bounded.least_rise IS NULL, NULL, if(bounded.kind = 'share', least(bounded.high, 1), bounded.high)) AS high,
    bounded.is_judged,
    CASE
        WHEN NOT bounded.is_judged THEN NULL
        WHEN
            bounded.amount < bounded.low AND bounded.least_fall IS NOT NULL
            AND (bounded.measure <> 'documents' OR over.is_over)
            THEN 'low'
        WHEN bounded.amount > bounded.high AND bounded.least_rise IS NOT NULL THEN 'high'
    END AS odd
FROM bounded
CROSS JOIN over;
