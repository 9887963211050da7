"""Import: the tasks round `tasks.arrivals`."""

from pathlib import Path

from prefect import task

from tasks.arrivals import Comparison, Piece, comparison_with, note_seen, put_piece
from tasks.night import ExtractedBatch, Night
from warehouse import union


@task(name="check", task_run_name="check the export")
def check_export(folder: Path) -> None:
    """See to it that every file of the export is what its manifest says."""
    union.require_sound(union.open_export(folder), folder)


@task(name="compare", task_run_name="compare the export")
def compare(folder: Path, night: Night) -> Comparison:
    """Find the documents that come in, and make their rows ready to be read piece by piece."""
    return comparison_with(folder, night)


@task(name="take", task_run_name="take piece {piece.number} of {piece.of}")
def take_piece(piece: Piece, night: Night) -> ExtractedBatch:
    """Put the rows of a piece on the shelf, as extraction leaves those of a batch."""
    return put_piece(piece, night)


@task(name="enter", task_run_name="enter since when documents are known")
def enter_seen(folder: Path, night: Night) -> None:
    """Note in the books since when the other warehouse knows the documents that are staged now."""
    note_seen(folder, night)
