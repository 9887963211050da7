-- severity: critical
-- scope: document
-- means: The counts of a document are not those of its facts: a part of them was lost or loaded twice.
-- reads: fact_publication, fact_mention, fact_quote    params: none
SELECT publication.document_key, publication.mentions, mentioned.n AS mention_rows, publication.quotes, quoted.n AS quote_rows
FROM fact_publication AS publication
LEFT JOIN (SELECT document_key, count(*) AS n FROM fact_mention GROUP BY document_key) AS mentioned USING (document_key)
LEFT JOIN (SELECT document_key, count(*) AS n FROM fact_quote GROUP BY document_key) AS quoted USING (document_key)
WHERE publication.mentions <> coalesce(mentioned.n, 0) OR publication.quotes <> coalesce(quoted.n, 0);
