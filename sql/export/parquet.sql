-- A file of the rows of `exported`, in their order, as Parquet; groups of rows small enough to read a span of keys alone.
-- key: none    reads: exported    params: $path
COPY (FROM exported) TO $path (FORMAT parquet, COMPRESSION zstd, ROW_GROUP_SIZE 8192);
