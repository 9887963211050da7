"""Organisations."""

from dateline.records import OrganizationKind
from expectations import common as c
from expectations.engine import ExpectationSuite

SUITE = ExpectationSuite(
    name="dim_organization",
    expectations=[
        c.columns("organization_key", "name", "acronym", "kind", "country_code", "parent_organization_key"),
        c.unique("organization_key", notes="A body twice: its mentions are counted double."),
        c.one_of("kind", OrganizationKind),
        c.country_code(),
        c.present("parent_organization_key", "A body without parent has the unknown one, key 0."),
    ],
)
