"""Commands that hand the warehouse on: as files for other programs, and as what another `dateline` takes in."""

from datetime import datetime
from pathlib import Path
from typing import Annotated, Literal

import typer

from flows.front import SHARING
from flows.options import setting, settings_of


def join(app: typer.Typer) -> None:
    """Give the command line these commands."""
    app.command(rich_help_panel=SHARING)(export)
    app.command(name="import", rich_help_panel=SHARING)(import_)


def export(
    file_format: Annotated[
        Literal["parquet", "csv", "jsonl"], typer.Option("--format", help="Kind of files", case_sensitive=False)
    ] = "parquet",
    since: Annotated[
        datetime | None,
        typer.Option(formats=["%Y-%m-%d"], help="Only documents that came in or were published on this day or later"),
    ] = None,
    out: Annotated[str, typer.Option(help="New or empty folder, or a URI: s3://bucket/folder")] = "export",
    star_only: Annotated[
        bool, typer.Option("--star-only", help="Without what `dateline import` needs; a run may be writing meanwhile")
    ] = False,
    data: Annotated[Path | None, setting("data")] = None,
) -> None:
    """Write the published star as files, one a table, with a manifest."""
    from flows.exporting import export_and_tell

    day = since and since.date()
    export_and_tell(settings_of({"data": data}), out, file_format, day, with_stage=not star_only)


def import_(
    folder: Annotated[str, typer.Argument(metavar="FOLDER", help="What `dateline export` wrote: a folder or a URI")],
    data: Annotated[Path | None, setting("data")] = None,
    corrections: Annotated[Path | None, setting("corrections")] = None,
    keep_snapshots: Annotated[int | None, setting("keep_snapshots")] = None,
) -> None:
    """Take in what another warehouse exported, and publish the union."""
    settings = settings_of({"data": data, "corrections": corrections, "keep_snapshots": keep_snapshots})
    from flows.importing import run_import

    run_import(folder, settings)
