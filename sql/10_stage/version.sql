-- stage.version: the version of each document that arrived, with a fingerprint of all its staged rows.
-- key: document_key    reads: leaving_document, arriving_document, the stage's other tables
-- params: $extractor_version, $own_keys and $own_versions (documents that something else made), $run_id, $staged_at
DELETE FROM stage.version WHERE document_key IN (SELECT document_key FROM leaving_document);

INSERT INTO stage.version
WITH own AS (
    SELECT unnest($own_keys::BIGINT[]) AS document_key, unnest($own_versions::VARCHAR[]) AS extractor_version
)

SELECT
    arrived.document_key,
    coalesce(any_value(own.extractor_version), $extractor_version) AS extractor_version,
    $run_id,
    $staged_at,
    sum(row_hash) AS fingerprint
FROM (
    SELECT document.document_key, hash('document', document)::HUGEINT AS row_hash
    FROM stage.document
    INNER JOIN arriving_document USING (document_key)
    UNION ALL
    SELECT block.document_key, hash('block', block)::HUGEINT AS row_hash
    FROM stage.block
    INNER JOIN arriving_document USING (document_key)
    UNION ALL
    SELECT source.document_key, hash('source', source)::HUGEINT AS row_hash
    FROM stage.source
    INNER JOIN arriving_document USING (document_key)
    UNION ALL
    SELECT dateline.document_key, hash('dateline', dateline)::HUGEINT AS row_hash
    FROM stage.dateline
    INNER JOIN arriving_document USING (document_key)
    UNION ALL
    SELECT person.document_key, hash('person', person)::HUGEINT AS row_hash
    FROM stage.person
    INNER JOIN arriving_document USING (document_key)
    UNION ALL
    SELECT organization.document_key, hash('organization', organization)::HUGEINT AS row_hash
    FROM stage.organization
    INNER JOIN arriving_document USING (document_key)
    UNION ALL
    SELECT place.document_key, hash('place', place)::HUGEINT AS row_hash
    FROM stage.place
    INNER JOIN arriving_document USING (document_key)
    UNION ALL
    SELECT mention.document_key, hash('mention', mention)::HUGEINT AS row_hash
    FROM (SELECT * EXCLUDE (mention_key) FROM stage.mention) AS mention
    INNER JOIN arriving_document USING (document_key)
    UNION ALL
    SELECT office_ref.document_key, hash('office_ref', office_ref)::HUGEINT AS row_hash
    FROM stage.office_ref
    INNER JOIN arriving_document USING (document_key)
    UNION ALL
    SELECT office.document_key, hash('office', office)::HUGEINT AS row_hash
    FROM stage.office
    INNER JOIN arriving_document USING (document_key)
    UNION ALL
    SELECT quote.document_key, hash('quote', quote)::HUGEINT AS row_hash
    FROM stage.quote
    INNER JOIN arriving_document USING (document_key)
    UNION ALL
    SELECT event.document_key, hash('event', event)::HUGEINT AS row_hash
    FROM stage.event
    INNER JOIN arriving_document USING (document_key)
    UNION ALL
    SELECT participation.document_key, hash('participation', participation)::HUGEINT AS row_hash
    FROM stage.participation
    INNER JOIN arriving_document USING (document_key)
    UNION ALL
    SELECT instrument.document_key, hash('instrument', instrument)::HUGEINT AS row_hash
    FROM stage.instrument
    INNER JOIN arriving_document USING (document_key)
    UNION ALL
    SELECT topic.document_key, hash('topic', topic)::HUGEINT AS row_hash
    FROM stage.topic
    INNER JOIN arriving_document USING (document_key)
) AS arrived
LEFT JOIN own USING (document_key)
GROUP BY arrived.document_key;
