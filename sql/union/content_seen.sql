-- content_seen(versions): when the content that holds at each URI was first seen there (UTC), after the last other content.
-- key: uri    reads: the table of versions that it is given, such as meta.document_version    params: none
CREATE OR REPLACE TEMP MACRO content_seen(versions) AS TABLE (
    SELECT uri, min(seen_at) FILTER (version > coalesce(other_version, 0)) AS seen_at
    FROM (
        SELECT
            uri, version, seen_at,
            max(version) FILTER (content_sha256 <> present_sha256) OVER (PARTITION BY uri) AS other_version
        FROM (
            SELECT
                uri, version, seen_at, content_sha256,
                last_value(content_sha256) OVER (
                    PARTITION BY uri ORDER BY version ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
                ) AS present_sha256
            FROM query_table(versions)
        )
    )
    GROUP BY uri
);
