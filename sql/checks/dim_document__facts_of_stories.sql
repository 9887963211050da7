-- severity: critical
-- scope: document
-- means: A page that is no story has facts, which tell nothing that happened.
-- reads: dim_document, fact_mention, fact_office, fact_quote, fact_event_report, fact_participation, fact_instrument, fact_topic    params: none
SELECT document_key, 'fact_mention' AS table_name
FROM fact_mention
SEMI JOIN (SELECT document_key FROM dim_document WHERE NOT is_story) USING (document_key)
UNION ALL
SELECT document_key, 'fact_office' AS table_name
FROM fact_office
SEMI JOIN (SELECT document_key FROM dim_document WHERE NOT is_story) USING (document_key)
UNION ALL
SELECT document_key, 'fact_quote' AS table_name
FROM fact_quote
SEMI JOIN (SELECT document_key FROM dim_document WHERE NOT is_story) USING (document_key)
UNION ALL
SELECT document_key, 'fact_event_report' AS table_name
FROM fact_event_report
SEMI JOIN (SELECT document_key FROM dim_document WHERE NOT is_story) USING (document_key)
UNION ALL
SELECT document_key, 'fact_participation' AS table_name
FROM fact_participation
SEMI JOIN (SELECT document_key FROM dim_document WHERE NOT is_story) USING (document_key)
UNION ALL
SELECT document_key, 'fact_instrument' AS table_name
FROM fact_instrument
SEMI JOIN (SELECT document_key FROM dim_document WHERE NOT is_story) USING (document_key)
UNION ALL
SELECT document_key, 'fact_topic' AS table_name
FROM fact_topic
SEMI JOIN (SELECT document_key FROM dim_document WHERE NOT is_story) USING (document_key);
