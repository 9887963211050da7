"""Suites of the star's tables: `SUITE` in the module of the table's name; keys, grain and orphans belong to SQL."""
