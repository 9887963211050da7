"""The calendar."""

from expectations import common as c
from expectations.engine import ExpectationSuite, gxe

SUITE = ExpectationSuite(
    name="dim_date",
    expectations=[
        c.columns("date_key", "date", "year", "quarter", "month", "iso_year", "iso_week", "day", "is_weekend"),
        c.unique("date_key", notes="A day twice: all counts by date are doubled."),
        c.in_calendar("date"),
        gxe.ExpectColumnValuesToBeBetween(
            column="month", min_value=1, max_value=12, severity="critical", notes="No month of ours."
        ),
    ],
)
