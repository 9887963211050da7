"""The data quality page of a data directory, as a file."""

from pathlib import Path
from typing import Final

from dateline.quality.page import render
from tasks.page import write_page
from warehouse.quality import open_books, read_quality

PAGE: Final = "quality.html"


def write_quality(data: Path, out: Path | None = None) -> Path:
    """Write the data quality page of the last run in `data`, be it published or not, and return where it stands.

    Args:
        data: Data directory.
        out: File to write, or a folder to write `quality.html` into; by default the data directory.

    Raises:
        UsageError: nothing has been run there yet.
        WarehouseError: the books cannot be read.
    """
    with open_books(data) as (con, is_behind):
        text = render(read_quality(con, is_behind=is_behind))
    return write_page(text, out or data, PAGE)
