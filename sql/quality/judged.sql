-- What of tonight could be compared with the nights before, source by source.
-- key: is_all, source, measure    reads: drift    params: none
SELECT
    is_all,
    source,
    measure,
    kind,
    amount,
    nights,
    usual,
    low,
    high,
    odd
FROM drift
WHERE is_judged
ORDER BY is_all DESC, source, place;
