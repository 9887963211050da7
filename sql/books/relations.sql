-- Tables and views of the star with their comments.
-- key: name    reads: the catalog    params: none
SELECT view_name AS name, 'view' AS kind, coalesce(comment, '') AS comment
FROM duckdb_views()
WHERE schema_name = 'main' AND NOT internal AND database_name = current_database()
UNION ALL
SELECT table_name AS name, 'table' AS kind, coalesce(comment, '') AS comment
FROM duckdb_tables()
WHERE schema_name = 'main' AND NOT internal AND database_name = current_database()
ORDER BY kind DESC, name;
