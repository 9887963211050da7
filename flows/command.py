"""What `dateline run` and `dateline withdraw` do between their settings and their exit status."""

import gc
import importlib.util
import time
from collections.abc import Mapping, Sequence
from dataclasses import asdict, replace
from threading import Thread
from typing import TYPE_CHECKING, Any, Literal

from rich.console import Console
from rich.text import Text

from dateline.errors import UsageError, WarehouseError
from dateline.settings import BackfillOptions, NightlyOptions, PublishOptions, Settings, options_of
from flows import environment
from flows.cluster import require_cluster
from flows.console import OUTCOMES, observer_for, print_summary
from flows.forking import begin_workers
from flows.harmless import SafeConsole
from flows.notices import notices, tell_unchanged, telling
from flows.server import start_server
from flows.tagging import tags_of
from tasks.books import current_choice, unchanged_run
from tasks.course import latest_course
from tasks.night import begin_night
from tasks.outcome import Concern, PublicationWithheld, RunReport
from tasks.outdated import Selection
from tasks.withdrawal import require_known
from warehouse.connection import BUILD, STAGE
from warehouse.lock import writer_lock

if TYPE_CHECKING:
    from httpx import HTTPError


@telling("nightly")
def run_nightly(settings: Settings) -> None:
    """Run one night and show it; a landing zone whose every document is known costs no server and no model.

    Raises:
        UsageError: the landing zone or the model does not exist.
        WarehouseBusy: another run is writing to the data directory.
        PublicationWithheld: the audit failed; the run has been shown.
    """
    started = time.monotonic()
    console = SafeConsole(highlight=False)
    require_model(settings.model)
    night = begin_night(settings)
    console.print(Text.assemble(("dateline", "bold"), f" {night.landing} → {night.data}"), soft_wrap=True)
    try:
        report = unchanged_run(night, "nightly")
    except WarehouseError as error:  # nothing has begun yet: the data directory is not one that we can work in
        raise UsageError(str(error)) from error
    if report:
        console.print("Every document is known, and what they say is published: nothing to do.")
        print_summary(console, _with_late_pages(report), time.monotonic() - started)
        tell_unchanged(report, "nightly")
    else:
        Thread(target=_warm_up, args=(settings,), daemon=True).start()
        options = options_of(settings, NightlyOptions).model_copy(update={"as_of": night.as_of})
        parameters = {"landing": night.landing, "data": night.data, "options": options}
        run_and_show("nightly", parameters, settings, console, started)


def run_withdrawal(settings: Settings, uris: Sequence[str]) -> None:
    """Take documents and their facts out of the warehouse, publish it, and show the run.

    Raises:
        UsageError: the warehouse holds no such document.
        WarehouseBusy: another run is writing to the data directory.
        PublicationWithheld: the audit failed; the run has been shown.
    """
    started = time.monotonic()
    console = SafeConsole(highlight=False)
    require_known(settings.data.resolve(), uris)
    options = options_of(settings, PublishOptions)
    parameters = {"uris": list(uris), "data": settings.data.resolve(), "options": options}
    run_and_show("withdraw", parameters, settings, console, started)


def run_backfill(settings: Settings, selection: Selection, *, publish_each: bool) -> None:
    """Read again what older rules, another model or profile read, publish the warehouse, and show the run.

    Raises:
        UsageError: there is no warehouse, no such model, or no document of the source that is asked for.
        WarehouseBusy: another run is writing to the data directory.
        PublicationWithheld: the audit failed; the run has been shown.
    """
    started = time.monotonic()
    console = SafeConsole(highlight=False)
    require_model(settings.model)
    night = begin_night(settings)
    require_known(night.data, ())
    if found := current_choice(night, selection):
        console.print("All of it was read by these rules, model and profiles, and is published: nothing to do.")
        left = found.outcomes.get("not_kept")
        console.print(f"{left} {OUTCOMES['not_kept']}") if left else None
        return
    options = options_of(settings, BackfillOptions).model_copy(
        update={"as_of": night.as_of, "profiles": night.profiles}
    )
    parameters = {"which": asdict(selection), "publish_each": publish_each, "options": options, "data": night.data}
    run_and_show("backfill", parameters, settings, console, started)


def run_rebuild(settings: Settings) -> None:
    """Make the star anew from the stage, publish the warehouse, and show the run.

    Raises:
        UsageError: there is no warehouse.
        WarehouseBusy: another run is writing to the data directory.
        PublicationWithheld: the audit failed; the run has been shown.
    """
    started = time.monotonic()
    console = SafeConsole(highlight=False)
    data = settings.data.resolve()
    if not any((data / name).exists() for name in (BUILD, STAGE)):
        raise UsageError(f"{data} holds no warehouse yet: `dateline run` makes one, --data names another directory")
    with writer_lock(data, settings.wait):  # so that a second run is refused before a server starts for it
        pass
    parameters = {"data": data, "options": options_of(settings, PublishOptions)}
    run_and_show("rebuild", parameters, settings, console, started)


def require_model(model: str) -> None:
    """Check that the package of a model is there, before anything is made.

    Raises:
        UsageError: it is not.
    """
    if not _is_installed(model):
        raise UsageError(f"model {model} is not installed: install its package, or choose another (--model)")


def _is_installed(model: str) -> bool:
    try:
        return importlib.util.find_spec(model) is not None
    except (ImportError, ValueError):  # a dotted name without its package, or what is no name of a package
        return False


def run_and_show(
    name: Literal["nightly", "withdraw", "backfill", "rebuild", "union"],
    parameters: Mapping[str, Any],
    settings: Settings,
    console: Console,
    started: float,
) -> None:
    """Run the flow `name` of the module of that name and show the run, also one whose audit failed."""
    data = settings.data.resolve()
    environment.prepare(data)
    require_cluster(settings)
    server = start_server(data / "prefect")
    gc.disable()  # until the run begins, all is imports, and nothing of them is garbage
    if name in ("nightly", "backfill"):
        begin_workers(settings)
    with observer_for(console) as observer:
        flow = getattr(importlib.import_module(f"flows.{name}"), name)
        from httpx import HTTPError
        from prefect import tags

        from flows.runners import task_runner
        from tasks.stages import OBSERVER

        if server:
            server.await_ready()
            importlib.import_module("flows.dead_runs").mark_dead_runs(data)
        gc.enable()
        token = OBSERVER.set(observer)
        try:
            with tags(*tags_of(flow.name)):
                report: RunReport = flow.with_options(task_runner=task_runner(settings))(**parameters)
        except PublicationWithheld as withheld:
            if withheld.report:
                print_summary(console, withheld.report, time.monotonic() - started)
            raise
        except HTTPError as error:
            report = _without_history(error)
        finally:
            OBSERVER.reset(token)
    print_summary(console, report, time.monotonic() - started)


def _with_late_pages(report: RunReport) -> RunReport:
    """Write the pages that a run had no time for which died when it had published."""
    from tasks.pages import are_behind, with_pages

    return with_pages(report, notices().pages_url) if are_behind(report.warehouse.parent) else report


def _without_history(error: "HTTPError") -> RunReport:
    """Return the report of a run that published, though Prefect's server was gone when it should hear of the end.

    Raises:
        httpx.HTTPError: it did not publish.
    """
    course = latest_course()
    if course is None or course.report is None or course.report.state != "published":
        raise error
    lost = Concern(
        table="prefect",
        rule="the run's end could not be entered",
        observed=f"{type(error).__name__}: {error}",
        unexpected_count=0,
        means="The warehouse is published; only Prefect's history of runs lacks how this one ended.",
    )
    return replace(course.report, warnings=(*course.report.warnings, lost))


def _warm_up(settings: Settings) -> None:
    """Make ready what the later stages need in this process while the run's server starts in its own."""
    if settings.runner == "threads":  # else workers have models of their own
        importlib.import_module("dateline.extract.model").load_model(settings.model)
    importlib.import_module("expectations.engine")
