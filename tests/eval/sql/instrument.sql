-- One row an instrument in a document.
SELECT fact.document_key, instrument.name, fact.status
FROM fact_instrument AS fact
INNER JOIN dim_instrument AS instrument USING (instrument_key)
WHERE fact.instrument_key <> 0
ORDER BY fact.document_key, fact.start_char, instrument.name;
