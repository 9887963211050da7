"""A Prefect server for one run, in a process of its own that starts while this one imports its libraries.

Prefect would start such a server by itself when the flow begins, but only then, and importing all of the server
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
from pathlib import Path
from typing import Final
from urllib.error import URLError
from urllib.request import urlopen

from dateline.errors import DatelineError

START_SECONDS: Final = 180
"""How long a server may take to answer; the first one in a data directory builds its database."""

_STOP_SECONDS: Final = 15
_DIE_WITH_PARENT: Final = 1  # PR_SET_PDEATHSIG of Linux


class EngineFailed(DatelineError):
    """The server that keeps the run's states did not start."""


class TemporaryServer:
    """A server that is starting; `await_ready` waits until it answers."""

    def __init__(self, folder: Path) -> None:
        folder.mkdir(parents=True, exist_ok=True)
        port = _free_port()
        self.api = f"http://127.0.0.1:{port}/api"
        self._log = folder / "server.log"
        command = [sys.executable, "-m", "prefect", "server", "start", "--host", "127.0.0.1", "--port", str(port)]
        with self._log.open("wb") as log:
            self._process = subprocess.Popen(  # noqa: S603 - our own interpreter, and no word of the user
                [*command, "--no-ui", "--no-scheduler", "--no-late-runs"],
                stdout=log,
                stderr=log,
                stdin=subprocess.DEVNULL,
                start_new_session=True,  # Ctrl-C is for us; the server goes when we have written how the run ended
                preexec_fn=_die_with_parent if sys.platform == "linux" else None,  # noqa: PLW1509
            )

    def await_ready(self) -> None:
        """Return when the server answers.

        Raises:
            EngineFailed: it ended, or did not answer in `START_SECONDS`.
        """
        deadline = time.monotonic() + START_SECONDS
        while time.monotonic() < deadline and self._process.poll() is None:
            try:
                with urlopen(f"{self.api}/health", timeout=5):  # noqa: S310
                    return
            except (URLError, OSError):
                time.sleep(0.1)
        raise EngineFailed(
            f"the run's server did not start; its log is {self._log}. It keeps nothing but the history of runs: where"
            f" its files are damaged, remove {self._log.parent}"
        )

    def stop(self) -> None:
        """End the server, politely first."""
        self._process.terminate()
        try:
            self._process.wait(_STOP_SECONDS)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()


def start_server(folder: Path) -> TemporaryServer | None:
    """Start a server that lasts as long as this process, and name it to Prefect, unless the user has named one.

    To be called before Prefect is imported: functions at exit run in reverse order, so the server goes when Prefect has
    sent it all that was still to be told.

    Args:
        folder: Where its log goes.
    """
    if "PREFECT_API_URL" in os.environ:
        return None
    server = TemporaryServer(folder)
    os.environ["PREFECT_API_URL"] = server.api
    atexit.register(server.stop)
    return server


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
    return port


def _die_with_parent() -> None:
    ctypes.CDLL(None).prctl(_DIE_WITH_PARENT, signal.SIGTERM)
