-- stage.audited_document: all rows of the star have passed the audit as they are now.
-- key: document_key    reads: meta.loaded_document    params: $audited_by
DELETE FROM stage.audited_document WHERE audited_by <> $audited_by;

DELETE FROM stage.audited_document
WHERE rowid IN (
    SELECT rowid
    FROM stage.audited_document
    ANTI JOIN meta.loaded_document USING (document_key, fact_fingerprint)
);

INSERT INTO stage.audited_document BY NAME
SELECT document_key, fact_fingerprint, $audited_by AS audited_by
FROM meta.loaded_document
ANTI JOIN stage.audited_document USING (document_key);
