-- staged_fingerprint: what each staged document's rows in the star would be made from.
-- stale_document, fresh_document: documents whose facts go, and whose facts are made anew, since the two differ.
-- stale_text, fresh_text: the same for text and blocks, which do not depend on resolution.
-- key: document_key    reads: stage.document, stage.version, stage.*_identity, meta.loaded_document    params: $sql_digest
CREATE OR REPLACE TEMP TABLE staged_fingerprint AS
SELECT
    version.document_key,
    document.uri,
    hash(version.fingerprint, version.extractor_version, $sql_digest)::HUGEINT AS text_fingerprint,
    text_fingerprint + coalesce(identity.row_hashes, 0) AS fact_fingerprint
FROM stage.version
INNER JOIN stage.document USING (document_key)
LEFT JOIN (
    SELECT document_key, sum(row_hash) AS row_hashes
    FROM (
        SELECT document_key, hash('person', person, person_key)::HUGEINT AS row_hash
        FROM stage.person_identity
        UNION ALL
        SELECT document_key, hash('event', event, event_key)::HUGEINT AS row_hash
        FROM stage.event_identity
        UNION ALL
        SELECT document_key, hash('duplicate', canonical_document_key)::HUGEINT AS row_hash
        FROM stage.duplicate_identity
    )
    GROUP BY document_key
) AS identity USING (document_key);

CREATE OR REPLACE TEMP TABLE fresh_document AS
SELECT document_key
FROM staged_fingerprint
ANTI JOIN meta.loaded_document USING (document_key, fact_fingerprint);

CREATE OR REPLACE TEMP TABLE fresh_text AS
SELECT document_key
FROM staged_fingerprint
ANTI JOIN meta.loaded_document USING (document_key, text_fingerprint);

CREATE OR REPLACE TEMP TABLE stale_document AS
SELECT document_key
FROM meta.loaded_document
ANTI JOIN staged_fingerprint USING (document_key, fact_fingerprint);

CREATE OR REPLACE TEMP TABLE stale_text AS
SELECT document_key
FROM meta.loaded_document
ANTI JOIN staged_fingerprint USING (document_key, text_fingerprint);
