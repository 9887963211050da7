"""People of single documents."""

from expectations import common as c
from expectations.engine import ExpectationSuite, gxe

SUITE = ExpectationSuite(
    name="person",
    expectations=[
        c.columns("document_key", "person", "name", "given_name", "family_name", "country_code"),
        c.document_key(),
        c.unique("document_key", "person", notes="Local numbers of people must tell them apart."),
        c.at_least("person", 0, "Local numbers count from zero."),
        c.present("name", "A person without a name cannot be joined to anybody."),
        c.not_blank("name", "A person without a name cannot be joined to anybody."),
        c.country_code(),
        c.warn_length("name", 80, "Longer than a person's name: a list or a sentence was taken for one."),
        gxe.ExpectColumnValuesToNotMatchRegex(
            column="name",
            regex=r"\d|@|https?:",
            mostly=0.99,
            severity="warning",
            notes="Digits or addresses in names: page furniture reached the extractor.",
        ),
    ],
)
