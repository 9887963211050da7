-- How each source did tonight, measure by measure, and in the nights before, oldest first; those that are odd come first.
-- key: is_all, source, measure    reads: watched, drift, measured    params: none
SELECT
    drift.is_all,
    nullif(drift.source, '') AS source,
    drift.measure,
    drift.kind,
    drift.amount,
    drift.nights,
    drift.usual,
    drift.low,
    drift.high,
    drift.is_judged,
    drift.odd,
    history.by_night,
    history.amounts
FROM drift
INNER JOIN (
    SELECT
        source.is_all,
        source.source,
        source.measure,
        list(watched.night ORDER BY watched.night) AS by_night,
        list(measured.amount ORDER BY watched.night) AS amounts
    FROM drift AS source
    CROSS JOIN watched
    LEFT JOIN measured
        ON
            source.is_all = measured.is_all
            AND source.source = measured.source
            AND source.measure = measured.measure
            AND watched.night = measured.night
    GROUP BY source.is_all, source.source, source.measure
) AS history
    ON
        drift.is_all = history.is_all
        AND drift.source = history.source
        AND drift.measure = history.measure
ORDER BY
    drift.is_all DESC,
    max(drift.odd IS NOT NULL) OVER (PARTITION BY drift.is_all, drift.source) DESC,
    drift.source = '', drift.source, drift.place;
