"""Places of single documents."""

from dateline.records import PlaceKind
from expectations import common as c
from expectations.engine import ExpectationSuite, gxe

SUITE = ExpectationSuite(
    name="place",
    expectations=[
        c.columns("document_key", "place_key", "name", "kind", "country_code", "latitude", "longitude"),
        c.document_key(),
        c.unique("document_key", "place_key", notes="One place stands once in one document."),
        c.at_least("place_key", 1, "Key 0 is the unknown place and is never staged."),
        c.not_blank("name", "A place without a name."),
        c.one_of("kind", PlaceKind),
        c.country_code(),
        *(
            gxe.ExpectColumnValuesToBeBetween(
                column=column,
                min_value=-limit,
                max_value=limit,
                severity="critical",
                notes="Not degrees of WGS 84: the map would draw the place outside the world.",
            )
            for column, limit in (("latitude", 90), ("longitude", 180))
        ),
    ],
)
