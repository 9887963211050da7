"""Offices."""

from dateline.records import OfficeRank
from expectations import common as c
from expectations.engine import ExpectationSuite

SUITE = ExpectationSuite(
    name="dim_office",
    expectations=[
        c.columns("office_key", "title", "organization_key", "country_code", "rank"),
        c.unique("office_key", notes="An office twice: terms of office are counted double."),
        c.not_blank("title", "An office without a title."),
        c.one_of("rank", OfficeRank),
        c.country_code(),
    ],
)
