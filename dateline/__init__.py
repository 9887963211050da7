"""The domain: raw news text in, records out.

Nothing in this package imports Prefect, DuckDB or Great Expectations, opens a network connection or
(outside `settings`) reads the environment. Rooms, in the order in which the data walks through them:
`read`, `clean`, `extract`, `resolve`; `lexicon` holds the facts that they share.
"""

__version__ = "0.1.0"
