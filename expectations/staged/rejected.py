"""Records set aside."""

from dateline.records import RejectReason, Stage
from expectations import common as c
from expectations.engine import ExpectationSuite

SUITE = ExpectationSuite(
    name="rejected",
    expectations=[
        c.columns("uri", "stage", "reason", "detail"),
        c.not_blank("uri", "A rejected record that nobody can find again."),
        c.one_of("stage", Stage),
        c.one_of("reason", RejectReason),
    ],
)
