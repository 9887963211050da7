-- Documents that are audited, and all documents.
-- key: none    reads: audited_document, dim_document    params: none
SELECT (SELECT count(*) FROM audited_document) AS audited, (SELECT count(*) FROM dim_document) AS documents;
