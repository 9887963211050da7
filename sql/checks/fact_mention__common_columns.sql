-- severity: critical
-- scope: document
-- means: The day or agency of a fact is not that of its document: it was left over from an older version.
-- reads: dim_document, fact_publication, fact_mention, fact_office, fact_quote, fact_event_report, fact_participation, fact_instrument, fact_topic    params: none
SELECT DISTINCT fact.document_key, 'fact_publication' AS table_name
FROM fact_publication AS fact
INNER JOIN dim_document AS document USING (document_key)
WHERE
    fact.source_key <> document.agency_source_key
    OR fact.date_key <> coalesce(strftime(document.published_date, '%Y%m%d')::INTEGER, 0)
UNION ALL
SELECT DISTINCT fact.document_key, 'fact_mention' AS table_name
FROM fact_mention AS fact
INNER JOIN dim_document AS document USING (document_key)
WHERE
    fact.source_key <> document.agency_source_key
    OR fact.date_key <> coalesce(strftime(document.published_date, '%Y%m%d')::INTEGER, 0)
UNION ALL
SELECT DISTINCT fact.document_key, 'fact_office' AS table_name
FROM fact_office AS fact
INNER JOIN dim_document AS document USING (document_key)
WHERE
    fact.source_key <> document.agency_source_key
    OR fact.date_key <> coalesce(strftime(document.published_date, '%Y%m%d')::INTEGER, 0)
UNION ALL
SELECT DISTINCT fact.document_key, 'fact_quote' AS table_name
FROM fact_quote AS fact
INNER JOIN dim_document AS document USING (document_key)
WHERE
    fact.source_key <> document.agency_source_key
    OR fact.date_key <> coalesce(strftime(document.published_date, '%Y%m%d')::INTEGER, 0)
UNION ALL
SELECT DISTINCT fact.document_key, 'fact_event_report' AS table_name
FROM fact_event_report AS fact
INNER JOIN dim_document AS document USING (document_key)
WHERE
    fact.source_key <> document.agency_source_key
    OR fact.date_key <> coalesce(strftime(document.published_date, '%Y%m%d')::INTEGER, 0)
UNION ALL
SELECT DISTINCT fact.document_key, 'fact_participation' AS table_name
FROM fact_participation AS fact
INNER JOIN dim_document AS document USING (document_key)
WHERE
    fact.source_key <> document.agency_source_key
    OR fact.date_key <> coalesce(strftime(document.published_date, '%Y%m%d')::INTEGER, 0)
UNION ALL
SELECT DISTINCT fact.document_key, 'fact_instrument' AS table_name
FROM fact_instrument AS fact
INNER JOIN dim_document AS document USING (document_key)
WHERE
    fact.source_key <> document.agency_source_key
    OR fact.date_key <> coalesce(strftime(document.published_date, '%Y%m%d')::INTEGER, 0)
UNION ALL
SELECT DISTINCT fact.document_key, 'fact_topic' AS table_name
FROM fact_topic AS fact
INNER JOIN dim_document AS document USING (document_key)
WHERE
    fact.source_key <> document.agency_source_key
    OR fact.date_key <> coalesce(strftime(document.published_date, '%Y%m%d')::INTEGER, 0);
