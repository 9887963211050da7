"""What `dateline serve` does: a server, the deployments and who executes them, the pages; until it is told to end."""

import asyncio
import os
import signal
import sys
from contextlib import redirect_stderr, redirect_stdout
from ipaddress import ip_address
from pathlib import Path
from threading import Event, Thread
from typing import TYPE_CHECKING, Final

from rich.console import Console
from rich.text import Text

from dateline.errors import UsageError
from dateline.settings import Settings
from flows import environment
from flows.harmless import SafeConsole
from flows.page_server import PAGES, PageServer
from flows.served import announce, only_one
from flows.server import EngineFailed, Server, api_of, require_free

if TYPE_CHECKING:
    from prefect.runner import Runner

_WAIT: Final = "43200"
"""Seconds that a run which is served waits for another writer: half a day."""
_POLL_SECONDS: Final = 2
_STOP_SECONDS: Final = 60


def serve(settings: Settings) -> None:
    """Serve the deployments over a data directory until SIGINT or SIGTERM.

    Raises:
        UsageError: a port is taken, the schedule is none, or another host than the loopback has no password.
        WarehouseBusy: the data directory is being served already.
        EngineFailed: Prefect's server did not start, or ended.
    """
    require_password(settings)
    if "PREFECT_API_URL" in os.environ:
        raise UsageError("PREFECT_API_URL names a server of your own: deploy to it with prefect.yaml, or unset it")
    data = settings.data.resolve()
    folder = data / "prefect"
    auth = settings.auth.get_secret_value() if settings.auth else None
    console = SafeConsole(highlight=False, file=sys.stdout)
    with only_one(folder), PageServer(data, settings.host, settings.pages_port, auth) as pages:
        require_free(settings.host, settings.port, "--port")
        _prepare(settings, data, auth, pages.url)
        console.print(Text.assemble(("dateline", "bold"), f" serves {data}: Prefect's server starts …"), soft_wrap=True)
        with Server(folder, settings.host, settings.port) as server:
            runner = _registered(settings, data, server, console)
            announce(folder, server.api, asks_password=auth is not None)
            said = folder / "runs.log"
            _tell(settings, server, said, pages.url, console)
            with said.open("w", encoding="utf-8") as log, redirect_stdout(log), redirect_stderr(log):
                _execute(runner, server)
        console.print("ended: nothing runs, and the schedule goes on with the next `dateline serve`")


def require_password(settings: Settings) -> None:
    """Check that only this machine is served without a password.

    Raises:
        UsageError: another one would be.
    """
    if settings.auth is None and not _is_loopback(settings.host):
        raise UsageError(
            f"--host {settings.host} lets other machines in: set DATELINE_AUTH=USER:PASSWORD, or serve 127.0.0.1 behind"
            " a proxy that encrypts"
        )


def _is_loopback(host: str) -> bool:
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"


def _prepare(settings: Settings, data: Path, auth: str | None, pages_url: str) -> None:
    """Tell Prefect, and the processes of runs, by the environment where the server is and how to behave."""
    environment.prepare(data)
    os.environ |= {
        "PREFECT_API_URL": api_of(settings.host, settings.port),
        "PREFECT_SERVER_API_HOST": settings.host,
        "PREFECT_SERVER_API_PORT": str(settings.port),
        "DATELINE_DATA": str(data),
    }
    os.environ.setdefault("PREFECT_UI_API_URL", "/api")  # the UI asks whom it came from, also behind a tunnel or proxy
    os.environ.setdefault("DATELINE_PAGES_URL", pages_url)
    os.environ.setdefault("DATELINE_WAIT", _WAIT)
    if auth:
        os.environ |= {"PREFECT_SERVER_API_AUTH_STRING": auth, "PREFECT_API_AUTH_STRING": auth}


def _registered(settings: Settings, data: Path, server: Server, console: Console) -> "Runner":
    """Return the runner of the deployments, once the server answers and its history tells no lies."""
    from prefect.runner import Runner

    from flows.dead_runs import mark_dead_runs
    from flows.deployments import deployments

    offered = deployments(settings, data)
    server.await_ready()
    if dead := mark_dead_runs(data):
        console.print(f"  marked   {dead} crashed, whose process was no more", soft_wrap=True)
    # one run at a time: they all write, and the next waits in the queue before it costs a process and a model
    runner = Runner(name="dateline", limit=1, pause_on_shutdown=False, query_seconds=_POLL_SECONDS)
    for deployment in offered:
        runner.add_deployment(deployment)
    return runner


def _tell(settings: Settings, server: Server, said: Path, pages_url: str, console: Console) -> None:
    ui = server.api.removesuffix("/api")
    for what, where in (
        ("forms", f"{ui}/deployments"),
        ("runs", f"{ui}/runs"),
        ("pages", " ".join(f"{pages_url}/{page}" for page in PAGES)),
        ("nightly", f"{settings.cron} {settings.timezone}, from {settings.landing}"),
        ("logs", f"{server.log} {said}"),
    ):
        console.print(f"  {what:8} {where}", soft_wrap=True)
    console.print("Ctrl-C ends it, and a run that is under way.")


def _execute(runner: "Runner", server: Server) -> None:
    """Execute runs until a signal comes; then end what runs, and mark it.

    Raises:
        EngineFailed: the server ended.
    """
    told = Event()
    for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        signal.signal(number, lambda *_: told.set())
    executing = Thread(target=asyncio.run, args=(runner.start(),))  # elsewhere it would answer signals itself
    executing.start()
    while executing.is_alive() and not server.ended and not told.wait(1):
        pass
    lost = server.ended
    if executing.is_alive() and runner.started:
        runner.execute_in_background(runner.astop).result(_STOP_SECONDS)
    executing.join(_STOP_SECONDS)
    if lost:
        raise EngineFailed(f"Prefect's server ended by itself; its log is {server.log}")
