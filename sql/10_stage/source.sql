-- stage.source: rows of documents that leave or arrive go; each source goes to the documents that name it.
-- key: document_key, source_key    reads: leaving_document, arriving_document, the staged files
-- params: $paths (Parquet files)
DELETE FROM stage.source WHERE document_key IN (SELECT document_key FROM leaving_document);

INSERT INTO stage.source BY NAME
WITH staged AS (
    SELECT DISTINCT source_key, name, kind, country_code, domain
    FROM read_parquet($paths)
)

SELECT document.document_key, staged.*
FROM staged
INNER JOIN arriving_document AS document ON staged.name = document.agency
UNION
SELECT document.document_key, staged.*
FROM staged
INNER JOIN arriving_document AS document ON staged.name = document.outlet;
