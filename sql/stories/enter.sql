-- stage.story, stage.story_code: stories enter the index.
-- key: document_key    reads: incoming (a registered frame)    params: $signature_version
INSERT INTO stage.story BY NAME
SELECT
    document_key, fingerprint::HUGEINT AS fingerprint, $signature_version AS signature_version, uri, published_date,
    agency, outlet, text_hash, sentences, numbers, names
FROM incoming;

INSERT INTO stage.story_code BY NAME
SELECT unnest(sample) AS code, document_key, published_date, len(sample)::INTEGER AS sample_size
FROM incoming;
