"""Offices that documents name."""

from dateline.records import OfficeRank
from expectations import common as c
from expectations.engine import ExpectationSuite

SUITE = ExpectationSuite(
    name="office_ref",
    expectations=[
        c.columns("document_key", "office_key", "title", "organization_key", "country_code", "rank"),
        c.document_key(),
        c.unique("document_key", "office_key", notes="One office stands once in one document."),
        c.at_least("office_key", 1, "Key 0 is the unknown office and is never staged."),
        c.not_blank("title", "An office without a title."),
        c.at_least("organization_key", 0, "Keys are positive; 0 says that no body is printed."),
        c.one_of("rank", OfficeRank),
        c.country_code(),
        c.warn_length("title", 120, "Longer than a title: a clause was taken for one."),
    ],
)
