-- Stories that more than one carrier has, and which of them had it first.
-- key: document_key    reads: source_overlap    params: none
SELECT
    title,
    max(carriers) AS carriers,
    min(first_date) AS first_date,
    list(carrier ORDER BY first_date NULLS LAST, carrier) AS carriers_in_order
FROM source_overlap
GROUP BY document_key, title
ORDER BY carriers DESC, first_date, title;
