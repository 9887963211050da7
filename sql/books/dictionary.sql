-- Tables and views of the star and the books with their comments, as the data dictionary lists them.
-- key: schema, name    reads: the catalog    params: none
SELECT schema_name AS schema, view_name AS name, TRUE AS is_view, coalesce(comment, '') AS comment
FROM duckdb_views()
WHERE schema_name IN ('main', 'meta') AND NOT internal AND database_name = current_database()
UNION ALL
SELECT schema_name AS schema, table_name AS name, FALSE AS is_view, coalesce(comment, '') AS comment
FROM duckdb_tables()
WHERE schema_name IN ('main', 'meta') AND NOT internal AND database_name = current_database()
ORDER BY schema, is_view DESC, name;
