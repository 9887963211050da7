"""People."""

from expectations import common as c
from expectations.engine import ExpectationSuite, gxe

SUITE = ExpectationSuite(
    name="dim_person",
    expectations=[
        c.columns("person_key", "name", "family_name", "given_name", "country_code"),
        c.unique("person_key", notes="A person twice: mentions are counted double."),
        c.not_blank("name", "A person without a name."),
        c.country_code(),
        gxe.ExpectColumnValuesToNotMatchRegex(
            column="name",
            regex=r"^(?!Unknown)\S+$",
            mostly=0.7,
            severity="warning",
            notes="Most people are named in full somewhere; many bare surnames mean that names are cut or not joined.",
        ),
    ],
)
