-- Documents in the stage with the version of what read them; of some days or of one source, where these are asked for.
-- key: document_key    reads: stage.document, stage.version    params: $since, $until, $source (NULL: all)
SELECT document_key, uri, extractor_version, encoding IS NOT NULL AS is_whole
FROM stage.document
INNER JOIN stage.version USING (document_key)
WHERE
    ($since::DATE IS NULL OR published_date >= $since::DATE)
    AND ($until::DATE IS NULL OR published_date <= $until::DATE)
    AND ($source::VARCHAR IS NULL OR lower($source) IN (lower(agency), lower(outlet)))
ORDER BY uri;
