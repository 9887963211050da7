"""`dateline quality`: what the last run was held to and what came of it, as one page of HTML."""

from pathlib import Path
from typing import Annotated

import typer

from flows.options import setting, settings_of


def join(app: typer.Typer, panel: str) -> None:
    """Give the command line this command."""
    app.command(rich_help_panel=panel)(quality)


def quality(
    data: Annotated[Path | None, setting("data")] = None,
    out: Annotated[Path | None, typer.Option(help="File to write; default: quality.html in the data directory")] = None,
) -> None:
    """Write what the last run was held to as one page of HTML.

    Verdict, failing rows, drift, quarantine, history.
    """
    from tasks.quality import write_quality

    page = write_quality(settings_of({"data": data}).data, out)
    typer.echo(f"{page} ({page.stat().st_size / 1000:,.0f} kB)")
