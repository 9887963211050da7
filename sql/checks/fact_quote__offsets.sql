-- severity: critical
-- scope: document
-- means: A span of fact_quote ends after its text does: it was measured on another text than the one that
--   is kept.
-- reads: fact_quote, dim_document    params: none
SELECT fact.document_key, fact.end_char, document.body_chars, fact.raw_end, document.raw_chars
FROM fact_quote AS fact
INNER JOIN dim_document AS document USING (document_key)
WHERE fact.end_char > document.body_chars OR fact.raw_end > document.raw_chars;
