-- One row a fact that points at characters and keeps its words: the words, and what stands at both places.
WITH span AS (
    SELECT document_key, 'mention' AS kind, surface AS words, start_char, end_char, raw_start, raw_end
    FROM fact_mention
    UNION ALL
    SELECT document_key, 'quote', text, start_char, end_char, raw_start, raw_end
    FROM fact_quote
)

SELECT
    span.document_key,
    span.kind,
    span.words,
    text.body[span.start_char + 1:span.end_char] AS body_piece,
    text.raw[span.raw_start + 1:span.raw_end] AS raw_piece
FROM span
INNER JOIN document_text AS text USING (document_key)
ORDER BY span.document_key, span.start_char, span.end_char;
