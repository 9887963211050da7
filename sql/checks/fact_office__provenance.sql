-- severity: critical
-- scope: document
-- means: The characters that a row of fact_office points at do not read as what it says, so nobody can follow it
--   back to the source.
-- Equal pieces are compared here, the rest by reads_as, which folds case, space and punctuation.
-- reads: fact_office, document_text    params: none
SELECT document_key, office_key, start_char, raw_start, raw_end, said, raw_piece
FROM (
    SELECT
        fact.document_key,
        fact.office_key,
        fact.start_char,
        fact.raw_start,
        fact.raw_end,
        substr(text.body, fact.start_char + 1, fact.end_char - fact.start_char) AS said,
        substr(text.raw, fact.raw_start + 1, fact.raw_end - fact.raw_start) AS raw_piece
    FROM fact_office AS fact
    INNER JOIN document_text AS text USING (document_key)
)
WHERE
    raw_piece <> said AND NOT reads_as(raw_piece, said);
