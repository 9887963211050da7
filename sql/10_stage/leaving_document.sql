-- leaving_document: documents whose staged rows go: withdrawn ones, and those of which a version arrives.
-- arriving_document: documents of which a version arrives, with the names of their sources.
-- key: document_key    reads: the staged files    params: $withdraw (document keys), $paths (Parquet files of documents)
CREATE OR REPLACE TEMP TABLE arriving_document (document_key BIGINT, agency VARCHAR, outlet VARCHAR);

INSERT INTO arriving_document
SELECT document_key, agency, outlet
FROM read_parquet($paths);

CREATE OR REPLACE TEMP TABLE leaving_document AS
SELECT document_key
FROM arriving_document
UNION
SELECT unnest($withdraw::BIGINT[]);
