-- audited_document: documents whose rows have not passed the audit as they are now, and so many others, the latest.
-- key: document_key    reads: meta.loaded_document, stage.audited_document, dim_document    params: $audited_by, $fewest
CREATE OR REPLACE TEMP TABLE audited_document AS
SELECT document_key
FROM meta.loaded_document
ANTI JOIN (FROM stage.audited_document WHERE audited_by = $audited_by) AS audited USING (document_key, fact_fingerprint)
UNION
SELECT document_key
FROM (
    SELECT document_key
    FROM dim_document
    WHERE document_key <> 0
    ORDER BY loaded_at DESC, document_key
    LIMIT $fewest
)
UNION
SELECT 0 AS document_key;
