-- Records that were set aside: a page without a story may rightly be among them.
SELECT DISTINCT parse_filename(uri) AS file
FROM meta.quarantine
ORDER BY file;
