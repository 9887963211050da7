"""The DuckDB room: one writer, schema versions, staging, load, audit, snapshots, and the read side.

    stage.duckdb   staged rows of every current document, and what resolution says of them
    build.duckdb   the star made from them, with the pipeline's books (`meta`); private to the writer
    snapshots/     read-only copies of build.duckdb; the link dateline.duckdb points at the published one

The star is a function of the stage: `load` finds by fingerprint which documents differ and makes their rows anew,
so a run that died anywhere is put right by the next one. The SQL stands in `sql/`, in layers that read only lower ones.
"""
