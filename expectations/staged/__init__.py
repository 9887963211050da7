"""Suites of the staged tables: `SUITE` in the module of the table's name."""
