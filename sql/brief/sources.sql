-- How each source does: what came of it in the night, against the nights before it, as quality/drift measures and judges it.
-- key: source    reads: watched, drift, measured    params: $most
WITH busiest AS (
    SELECT source
    FROM measured
    WHERE measure = 'documents' AND NOT is_all
    GROUP BY source
    ORDER BY sum(amount) DESC, source
    LIMIT $most
)

SELECT
    nullif(busiest.source, '') AS source,
    any_value(volume.by_night) AS by_night,
    coalesce(max(drift.amount) FILTER (drift.measure = 'documents'), 0)::BIGINT AS documents,
    max(drift.usual) FILTER (drift.measure = 'documents') AS usual_documents,
    max(drift.amount) FILTER (drift.measure = 'share_kept') AS kept,
    max(drift.amount) FILTER (drift.measure = 'share_undated') AS undated,
    max(drift.amount) FILTER (drift.measure = 'share_unresolved') AS unresolved,
    list(drift.measure || ' ' || drift.odd ORDER BY drift.place) FILTER (drift.odd IS NOT NULL) AS odd
FROM busiest
INNER JOIN drift ON busiest.source = drift.source AND NOT drift.is_all
LEFT JOIN (
    SELECT
        busiest.source,
        list(coalesce(measured.amount, 0)::BIGINT ORDER BY watched.night) AS by_night
    FROM busiest
    CROSS JOIN watched
    LEFT JOIN measured
        ON
            busiest.source = measured.source
            AND watched.night = measured.night
            AND measured.measure = 'documents'
            AND NOT measured.is_all
    GROUP BY busiest.source
) AS volume ON busiest.source = volume.source
GROUP BY busiest.source
ORDER BY documents DESC, usual_documents DESC NULLS LAST, busiest.source;
