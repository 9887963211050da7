"""`dateline brief`: the morning brief of the published warehouse, as one page of HTML."""

from datetime import date
from pathlib import Path

import typer

from tasks.brief import write_brief


def print_brief(data: Path, out: Path | None, day: date | None) -> None:
    """Write the brief and print where it stands.

    Raises:
        UsageError: nothing has been published yet.
        WarehouseError: the warehouse cannot be read.
    """
    page = write_brief(data, out, day)
    typer.echo(f"{page} ({page.stat().st_size / 1000:,.0f} kB)")
