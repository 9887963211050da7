-- severity: warning
-- means: A document is dated after the day on which it was loaded: a date of an event or of the page's
--   furniture was taken for its own.
-- reads: dim_document    params: none
SELECT document_key, uri, published_date, loaded_at
FROM dim_document
WHERE published_date > loaded_at::DATE + 1;
