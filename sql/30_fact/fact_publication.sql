-- fact_publication: one row a document.
-- key: document_key
-- reads: stage.mention, stage.quote, dim_document, stale_document, fresh_document    params: none
DELETE FROM fact_publication WHERE document_key IN (SELECT document_key FROM stale_document);

INSERT INTO fact_publication BY NAME
SELECT
    document.document_key,
    date_key(document.published_date) AS date_key,
    document.agency_source_key AS source_key,
    document.dateline_place_key AS place_key,
    document.body_words AS words,
    coalesce(mentioned.n, 0) AS mentions,
    coalesce(quoted.n, 0) AS quotes,
    document.raw_chars,
    document.body_chars
FROM dim_document AS document
SEMI JOIN fresh_document USING (document_key)
LEFT JOIN (SELECT document_key, count(*) AS n FROM stage.mention GROUP BY document_key) AS mentioned USING (document_key)
LEFT JOIN (SELECT document_key, count(*) AS n FROM stage.quote GROUP BY document_key) AS quoted USING (document_key);
