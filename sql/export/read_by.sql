-- How many of the exported documents each version of rules, model and outlet profile has read.
-- key: extractor_version    reads: star.dim_document, exported_document    params: none
SELECT extractor_version, count(*) AS documents
FROM star.dim_document
SEMI JOIN exported_document USING (document_key)
GROUP BY extractor_version
ORDER BY extractor_version;
