-- Agreements, plans and statements: what the latest document says of each, and what was said before.
-- key: instrument_key    reads: fact_instrument, dim_instrument, dim_document    params: none
SELECT
    instrument.name,
    instrument.kind,
    arg_max(fact.status, coalesce(document.published_date, DATE '0001-01-01')) AS latest_status,
    max(document.published_date) AS latest_on,
    list_distinct(list(fact.status ORDER BY document.published_date NULLS FIRST)) AS statuses,
    count(DISTINCT document.canonical_document_key) AS stories,
    instrument.instrument_key
FROM fact_instrument AS fact
INNER JOIN dim_instrument AS instrument USING (instrument_key)
INNER JOIN dim_document AS document USING (document_key)
WHERE instrument.instrument_key <> 0
GROUP BY instrument.instrument_key, instrument.name, instrument.kind
ORDER BY stories DESC, latest_on DESC NULLS LAST, instrument.name, instrument.instrument_key;
