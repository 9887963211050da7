"""Organisations of single documents."""

from dateline.records import OrganizationKind
from expectations import common as c
from expectations.engine import ExpectationSuite

SUITE = ExpectationSuite(
    name="organization",
    expectations=[
        c.columns("document_key", "organization_key", "name", "acronym", "kind", "country_code", "parent_name"),
        c.document_key(),
        c.unique("document_key", "organization_key", notes="One body stands once in one document."),
        c.at_least("organization_key", 1, "Key 0 is the unknown organisation and is never staged."),
        c.not_blank("name", "An organisation without a name."),
        c.one_of("kind", OrganizationKind),
        c.country_code(),
        c.warn_length("name", 160, "Longer than a body's name: a clause was taken for one."),
    ],
)
