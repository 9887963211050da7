"""What `dateline import` does between its options and its exit status."""

import time
from importlib import import_module
from threading import Thread

from rich.console import Console

from dateline.errors import UsageError
from dateline.settings import PublishOptions, Settings, options_of
from flows.command import run_and_show
from flows.console import print_summary
from flows.harmless import SafeConsole
from tasks.arrivals import nothing_to_import
from tasks.night import begin_night
from tasks.outcome import RunReport
from warehouse.carry import fetched
from warehouse.connection import PUBLISHED
from warehouse.union import open_export, require_sound


def run_import(folder: str, settings: Settings) -> None:
    """Take in what another warehouse exported to `folder` (a path or a URI), publish the union, and show the run.

    Raises:
        UsageError: it is no export, a damaged one, or of another version.
        WarehouseBusy: another run is writing to the data directory.
        PublicationWithheld: the audit failed; the run has been shown.
    """
    started = time.monotonic()
    console: Console = SafeConsole(highlight=False)
    if settings.complete_landing:
        raise UsageError(
            "DATELINE_COMPLETE_LANDING is set: the next run would withdraw what is imported, since it is not in the"
            " landing zone. Import into a data directory whose landing zone is not said to be complete"
        )
    night = begin_night(settings)
    with fetched(folder) as here:
        require_sound(open_export(here), here)
        if outcomes := nothing_to_import(here, night):
            console.print("Every document is known, and what they say is published: nothing to do.")
            report = RunReport(
                run_id=night.run_id, state="unchanged", warehouse=night.data / PUBLISHED, outcomes=outcomes
            )
            print_summary(console, report, time.monotonic() - started)
            return
        Thread(target=import_module, args=("expectations.engine",), daemon=True).start()  # while the server starts
        parameters = {"folder": here, "data": night.data, "options": options_of(settings, PublishOptions)}
        run_and_show("union", parameters, settings, console, started)
