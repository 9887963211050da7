"""The audit of a star that holds little: a quiet night is no defect."""

from contextlib import closing

from tasks.audit import star_verdict
from tasks.load import Loaded
from warehouse.audit import audit
from warehouse.connection import open_memory
from warehouse.load import load_star


def test_a_star_with_nothing_but_its_unknown_members_passes() -> None:
    """So it is after a night of documents without a date, or without a single record."""
    with closing(open_memory()) as con:
        report = load_star(con, "run")
        verdict = star_verdict(con, Loaded(outcomes={}, reasons={}, rows=report.rows))
        assert not verdict.critical
        assert not audit(con).critical
