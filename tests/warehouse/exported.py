"""Published warehouses of made documents, and exports of them, for the tests of export and import."""

from collections.abc import Iterable
from pathlib import Path
from unittest.mock import patch

from dateline.settings import Settings
from expectations.verdict import Verdict
from tasks.load import Loaded, load_night, stage_night
from tasks.night import begin_night, grouped
from tasks.resolve import resolve_night
from tasks.union import check_export, compare, enter_seen, take_piece
from tasks.validate import validate_group
from tests.warehouse import factory
from warehouse import staging
from warehouse.connection import open_build
from warehouse.lock import writer_lock
from warehouse.publish import publish

_NOTHING_FOUND = Verdict(results=(), failed_rows=())
NOTHING = Loaded(outcomes={}, reasons={})


def publish_documents(data: Path, bundles: Iterable[factory.Bundle], *, version: str = "1+none") -> Path:
    """Stage made documents, resolve, load and publish them, as a night does; return the data directory."""
    held = list(bundles)
    con = open_build(data)
    staged = factory.write(data / "made", held) if held else {}
    staging.stage_batches(con, staged, run_id="made", extractor_version=version)
    con.close()
    return make_star(data)


def make_star(data: Path) -> Path:
    """Bring the star to what the stage holds, and publish it."""
    night = begin_night(Settings(data=data))
    with writer_lock(night.data), patch("tasks.resolve.validate", return_value=_NOTHING_FOUND):
        resolve_night.fn(night)
        load_night.fn(NOTHING, night)
        publish(night.data, night.run_id)
    return data


def take_in(folder: Path, data: Path) -> dict[str, int]:
    """Import an export by the stages of the flow, one after the other; return documents by outcome."""
    check_export.fn(folder)
    night = begin_night(Settings(data=data))
    with writer_lock(night.data), patch("tasks.validate.validate", return_value=_NOTHING_FOUND):
        found = compare.fn(folder, night)
        for arrival in found.arrivals:
            taken = [take_piece.fn(piece, night) for piece in arrival.pieces]
            checked = [validate_group.fn(group, night) for group in grouped(taken, size=1)]
            stage_night.fn(arrival.intake, taken, checked, night)
        enter_seen.fn(folder, night)
    make_star(data)
    return dict(found.outcomes)
