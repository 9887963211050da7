-- Columns of the star and the books, as a data dictionary shows them.
-- key: schema_name, relation, position    reads: the catalog    params: none
SELECT
    schema_name,
    table_name AS relation,
    column_index AS position,
    column_name AS name,
    data_type AS type,
    is_nullable,
    coalesce(comment, '') AS comment
FROM duckdb_columns()
WHERE schema_name IN ('main', 'meta') AND NOT internal AND database_name = current_database()
ORDER BY schema_name, relation, position;
