-- A file of the rows of `exported`, in their order, as CSV: every value is quoted but NULL, so that it is no empty text.
-- key: none    reads: exported    params: $path
COPY (FROM exported) TO $path (FORMAT csv, HEADER, FORCE_QUOTE *);
