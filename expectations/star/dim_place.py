"""Places."""

from dateline.records import PlaceKind
from expectations import common as c
from expectations.engine import ExpectationSuite, gxe

SUITE = ExpectationSuite(
    name="dim_place",
    expectations=[
        c.columns("place_key", "name", "kind", "country_code", "country_name", "latitude", "longitude"),
        c.unique("place_key", notes="A place twice: its mentions are counted double."),
        c.one_of("kind", PlaceKind),
        c.country_code(),
        gxe.ExpectColumnValuesToNotBeNull(
            column="latitude",
            mostly=0.5,
            severity="warning",
            notes="Most places of the news are in the gazetteer; far fewer means that it was not found or not matched.",
        ),
    ],
)
