-- A file of the rows of `exported`, in their order, as one JSON object a line.
-- key: none    reads: exported    params: $path
COPY (FROM exported) TO $path (FORMAT json);
