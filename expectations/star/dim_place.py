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
            row_condition='kind == "city"',
            condition_parser="pandas",
            mostly=0.8,
            severity="warning",
            notes="Nearly all cities of the news are in the gazetteer; fewer means that it was not found or matched.",
        ),
    ],
)
