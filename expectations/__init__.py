"""Great Expectations: one suite a table, one adapter, our own verdict.

Suites see neither Polars nor the warehouse; `run` is the one door. Nothing here imports Great Expectations until a
frame is validated, since the import takes seconds.
"""
