"""The command that brings it all up: server, schedule, forms and pages."""

from pathlib import Path
from typing import Annotated

import typer

from flows.options import setting, settings_of


def join(app: typer.Typer, panel: str) -> None:
    """Give the command line this command."""
    app.command(rich_help_panel=panel)(serve)


def serve(
    landing: Annotated[str | None, setting("landing")] = None,
    data: Annotated[Path | None, setting("data")] = None,
    cron: Annotated[str | None, setting("cron")] = None,
    timezone: Annotated[str | None, setting("timezone")] = None,
    host: Annotated[str | None, setting("host")] = None,
    port: Annotated[int | None, setting("port")] = None,
    pages_port: Annotated[int | None, setting("pages_port")] = None,
) -> None:
    """Start the schedule and Prefect's UI, with forms and the pages.

    The night runs on its schedule; all that is run by hand has a form in the UI.
    """
    settings = settings_of(dict(locals()))
    from flows.serving import serve as serve_until_told

    serve_until_told(settings)
