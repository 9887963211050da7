"""The morning brief of a published warehouse, as a file."""

from contextlib import closing
from datetime import date
from pathlib import Path
from typing import Final

from dateline.brief.page import render
from tasks.page import write_page
from warehouse.brief import read_brief
from warehouse.read import open_published

PAGE: Final = "brief.html"


def write_brief(data: Path, out: Path | None = None, day: date | None = None) -> Path:
    """Write the brief of the warehouse that is published in `data` and return where it stands.

    Args:
        data: Data directory.
        out: File to write, or a folder to write `brief.html` into; by default the data directory.
        day: The night to tell about (UTC); by default the last one on which anything came in.

    Raises:
        UsageError: nothing has been published yet.
        WarehouseError: the warehouse cannot be read.
    """
    with closing(open_published(data)) as con:
        text = render(read_brief(con, day))
    return write_page(text, out or data, PAGE)
