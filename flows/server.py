"""Prefect servers in processes of their own, which go when this one goes: for one run, or to serve deployments.

Prefect would start a server for a run by itself when the flow begins, but only then, and importing all of the server
first; and it would leave it behind when this process is killed.
"""

import atexit
import ctypes
import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Mapping, Sequence
from pathlib import Path
from types import TracebackType
from typing import Final, Self
from urllib.error import URLError
from urllib.request import urlopen

from dateline.errors import DatelineError, UsageError
from flows.history import begin_history
from flows.served import join_served

START_SECONDS: Final = 180
"""How long a server may take to answer; the first one in a data directory builds its database."""
LOOPBACK: Final = "127.0.0.1"

_STOP_SECONDS: Final = 15
_DIE_WITH_PARENT: Final = 1  # PR_SET_PDEATHSIG of Linux


class EngineFailed(DatelineError):
    """The server that keeps the runs' states did not start."""


class Server:
    """A server that is starting; `await_ready` waits until it answers, and `ended` says whether it is no more."""

    def __init__(
        self, folder: Path, host: str, port: int, options: Sequence[str] = (), settings: Mapping[str, str] | None = None
    ) -> None:
        folder.mkdir(parents=True, exist_ok=True)
        if os.environ.get("PREFECT_HOME") == str(folder):  # a home of the user's own is none of our business
            begin_history(folder)
        self.api = api_of(host, port)
        self.log = folder / "server.log"
        program = [sys.executable, "-P", str(Path(__file__).with_name("prefect_command.py"))]  # whatever stands around
        command = [*program, "server", "start", "--host", host, "--port", str(port), *options]
        with self.log.open("wb") as log:
            self._process = subprocess.Popen(  # noqa: S603 - our own interpreter, and no word that a shell would read
                command,
                env={**os.environ, **(settings or {})},
                stdout=log,
                stderr=log,
                stdin=subprocess.DEVNULL,
                start_new_session=True,  # Ctrl-C is for us; the server goes when we have written how the run ended
                preexec_fn=die_with_parent if sys.platform == "linux" else None,  # noqa: PLW1509
            )

    @property
    def ended(self) -> bool:
        """Whether the server's process is no more."""
        return self._process.poll() is not None

    def await_ready(self) -> None:
        """Return when the server answers.

        Raises:
            EngineFailed: it ended, or did not answer in `START_SECONDS`.
        """
        deadline = time.monotonic() + START_SECONDS
        while time.monotonic() < deadline and not self.ended:
            try:
                with urlopen(f"{self.api}/health", timeout=5):  # noqa: S310
                    return
            except (URLError, OSError):
                time.sleep(0.1)
        raise EngineFailed(
            f"Prefect's server did not start; its log is {self.log}. It keeps nothing but the history of runs: where"
            f" its files are damaged, remove {self.log.parent}"
        )

    def stop(self) -> None:
        """End the server, politely first."""
        self._process.terminate()
        try:
            self._process.wait(_STOP_SECONDS)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: type[BaseException] | BaseException | TracebackType | None) -> None:
        self.stop()


class TemporaryServer(Server):
    """A server without UI and schedules on a port that is free.

    It does not fill the UI's catalogue of blocks either, which takes seconds: a server with a UI does when it starts.
    """

    def __init__(self, folder: Path) -> None:
        without = ["--no-ui", "--no-scheduler", "--no-late-runs"]
        super().__init__(folder, LOOPBACK, _free_port(), without, {"PREFECT_API_BLOCKS_REGISTER_ON_START": "false"})


def address_of(host: str, port: int) -> str:
    """Return the address at which this machine reaches what listens on a host's port."""
    reached = {"0.0.0.0": LOOPBACK, "::": "::1"}.get(host, host)  # noqa: S104 - all of its addresses
    return f"http://[{reached}]:{port}" if ":" in reached else f"http://{reached}:{port}"


def api_of(host: str, port: int) -> str:
    """Return the address of the API of a server that listens there."""
    return f"{address_of(host, port)}/api"


def start_server(folder: Path) -> Server | None:
    """Start a server that lasts as long as this process, and name it to Prefect, unless the user has named one.

    Where the data directory is being served, the server that is there already is as good.

    To be called before Prefect is imported: functions at exit run in reverse order, so the server goes when Prefect has
    sent it all that was still to be told.

    Args:
        folder: Where its log goes.
    """
    if "PREFECT_API_URL" in os.environ or join_served(folder):
        return None
    server = TemporaryServer(folder)
    os.environ["PREFECT_API_URL"] = server.api
    atexit.register(server.stop)
    return server


def require_free(host: str, port: int, option: str) -> None:
    """Check that nobody listens on a port.

    Raises:
        UsageError: somebody does, or there is no such address here.
    """
    with socket.socket(socket.AF_INET6 if ":" in host else socket.AF_INET) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)  # a server that ended just now is nobody
        try:
            probe.bind((host, port))
        except OSError as error:
            message = f"cannot listen on {host} port {port}: {error.strerror}; choose another ({option})"
            raise UsageError(message) from error


def die_with_parent() -> None:
    """Have the kernel end this process when its parent is no more."""
    ctypes.CDLL(None).prctl(_DIE_WITH_PARENT, signal.SIGTERM)


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind((LOOPBACK, 0))
        port: int = probe.getsockname()[1]
    return port
