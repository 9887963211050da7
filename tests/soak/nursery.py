"""Starts many processes of `dateline` quickly: a process that has imported everything and loaded the model forks them.

Importing takes most of the time of a small night. The nursery imports once and does nothing else, so that what it forks
is in the state of a process that has just started; each child is a process of its own, with its own command line and
output, and it may be killed like any other. Run as a program, this module is the nursery.
"""

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from importlib import import_module
from pathlib import Path
from threading import active_count
from typing import Any, Final, Literal, Self

from tests.soak import corpus
from tests.soak.faults import ROOT, VARIABLE, Fault, arm

INJECTED: Final = Path(__file__).parent / "injected"
_FORMATS: Final[dict[str, Literal["text", "html"]]] = {".txt": "text", ".html": "html"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Ended:
    """How a process ended: its status (negative: the signal that killed it), what it said, seconds."""

    status: int
    output: str
    errors: str
    seconds: float


@dataclass(frozen=True, slots=True)
class Child:
    """A process that the nursery forked, or that was started anew."""

    pid: int
    folder: Path
    _nursery: "Nursery"
    started: float

    def wait(self) -> Ended:
        """Wait until it has ended."""
        status = self._nursery.ask({"wait": self.pid})
        said = [(self.folder / name).read_text(encoding="utf-8", errors="replace") for name in ("out", "err")]
        return Ended(status=status, output=said[0], errors=said[1], seconds=time.monotonic() - self.started)

    def wait_or_kill(self, seconds: float) -> Ended:
        """Wait until it has ended, or kill it with SIGKILL when `seconds` have passed."""
        self._nursery.ask({"kill": self.pid, "after": seconds})
        return self.wait()

    def kill(self) -> None:
        """Kill it with SIGKILL."""
        self._nursery.ask({"kill": self.pid, "after": 0})


class Nursery:
    """Use as a context; `api` is the Prefect server that all children share."""

    def __init__(self, folder: Path, api: str) -> None:
        self._folder = folder
        self._api = api
        self._number = 0

    def __enter__(self) -> Self:
        self._folder.mkdir(parents=True, exist_ok=True)
        self._log = (self._folder / "nursery.log").open("wb")
        self._process = subprocess.Popen(
            [sys.executable, "-m", "tests.soak.nursery"],
            cwd=ROOT,
            env=environment(self._api, self._folder),
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=self._log,
            text=True,
        )
        return self

    def __exit__(self, *_: object) -> None:
        assert self._process.stdin is not None
        self._process.stdin.close()
        self._process.wait(30)
        self._log.close()

    def start(self, *arguments: object, fault: Fault | None = None) -> Child:
        """Start `dateline` with `arguments`."""
        self._number += 1
        folder = self._folder / f"{self._number:05}"
        folder.mkdir()
        words = list(map(str, arguments))
        pid = self.ask({"arguments": words, "folder": str(folder), "fault": fault.to_json() if fault else None})
        return Child(pid, folder, self, time.monotonic())

    def run(self, *arguments: object, fault: Fault | None = None) -> Ended:
        """Run `dateline` with `arguments` to its end."""
        return self.start(*arguments, fault=fault).wait()

    def ask(self, question: Mapping[str, Any]) -> int:
        """Send a line to the nursery and return the number that it answers."""
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        self._process.stdin.write(json.dumps(question) + "\n")
        self._process.stdin.flush()
        answer = self._process.stdout.readline()
        if not answer:
            raise RuntimeError(f"the nursery has died; its log is {self._log.name}")
        return int(answer)


class Street:
    """Starts `dateline` from nothing, as its user does: an interpreter of its own, a server of its own."""

    def run(self, *arguments: object, fault: Fault | None = None) -> Ended:
        """Run `dateline` with `arguments` to its end."""
        started = time.monotonic()
        ended = subprocess.run(
            [sys.executable, "-m", "flows.cli", *map(str, arguments)],
            cwd=ROOT,
            env=_bare_environment(fault),
            capture_output=True,
            text=True,
            check=False,
            timeout=600,
        )
        data = Path(str(arguments[arguments.index("--data") + 1]))
        errors = ended.stderr
        if left := _left_behind(f"PREFECT_HOME={data / 'prefect'}".encode(), patience=20):
            errors += f"processes {left} were left behind\n"
        seconds = time.monotonic() - started
        return Ended(status=ended.returncode, output=ended.stdout, errors=errors, seconds=seconds)


def environment(api: str, home: Path) -> dict[str, str]:
    """Return the environment of processes that use the server `api`."""
    return _bare_environment(None) | {"PREFECT_API_URL": api, "PREFECT_HOME": str(home / "prefect")}


def _bare_environment(fault: Fault | None) -> dict[str, str]:
    own = {name: value for name, value in os.environ.items() if not name.startswith(("PREFECT_", "DATELINE_"))}
    paths = [str(INJECTED), str(ROOT)] if fault else [str(ROOT)]
    ours = {"PYTHONPATH": os.pathsep.join(paths), "COLUMNS": "120", "OMP_NUM_THREADS": "1", "OPENBLAS_NUM_THREADS": "1"}
    return own | ours | ({VARIABLE: fault.to_json()} if fault else {})


def _left_behind(mark: bytes, patience: float) -> list[int]:
    """Return the processes that have `mark` in their environment when `patience` seconds have passed, or none."""
    deadline = time.monotonic() + patience
    while (found := list(_marked(mark))) and time.monotonic() < deadline:
        time.sleep(0.1)
    return found


def _marked(mark: bytes) -> Iterator[int]:
    for path in Path("/proc").glob("[0-9]*/environ"):
        try:
            if mark in path.read_bytes().split(b"\0"):
                yield int(path.parent.name)
        except OSError:  # it has just ended, or is somebody else's
            continue


def _grow_up(arguments: Sequence[str], folder: Path, fault: str | None) -> None:
    """Be `dateline`, in a child of the nursery."""
    for number, name in ((1, "out"), (2, "err")):
        descriptor = os.open(folder / name, os.O_WRONLY | os.O_CREAT)
        os.dup2(descriptor, number)
        os.close(descriptor)
    sys.argv = ["dateline", *arguments]
    data = Path(arguments[arguments.index("--data") + 1]).resolve()
    if fault:
        wished = Fault.from_json(fault)
        if wished.in_worker:
            os.environ |= {VARIABLE: fault, "PYTHONPATH": os.pathsep.join((str(INJECTED), str(ROOT)))}
        else:
            arm(wished)
    from prefect.settings import (  # noqa: PLC0415 - imported long ago
        PREFECT_FLOWS_HEARTBEAT_FREQUENCY,
        PREFECT_RESULTS_LOCAL_STORAGE_PATH,
        temporary_settings,
    )

    from flows import cli  # noqa: PLC0415

    beside_the_shelf = data / "staging" / "results"  # what flows.environment sets before Prefect is imported
    os.environ["PREFECT_RESULTS_LOCAL_STORAGE_PATH"] = str(beside_the_shelf)
    with temporary_settings(
        {PREFECT_RESULTS_LOCAL_STORAGE_PATH: beside_the_shelf, PREFECT_FLOWS_HEARTBEAT_FREQUENCY: None}
    ):
        cli.main()


def _import_everything() -> None:
    """Import all modules and fill their caches, by work that starts no threads: a fork would not have them."""
    from flows import environment as quiet  # noqa: PLC0415

    quiet.prepare(Path("nowhere"))
    import flows.cli  # noqa: PLC0415
    import flows.command  # noqa: PLC0415
    import flows.nightly  # noqa: PLC0415
    import flows.withdraw  # noqa: F401, PLC0415
    from dateline.clean import clean_document  # noqa: PLC0415
    from dateline.extract.analysis import extract_documents  # noqa: PLC0415
    from dateline.extract.model import load_model  # noqa: PLC0415
    from dateline.records import Cleaned, RawDocument  # noqa: PLC0415
    from dateline.settings import Settings  # noqa: PLC0415
    from expectations import run as expecting  # noqa: PLC0415

    raw = [
        RawDocument(uri=uri, content_sha256=f"{number:064}", format=form, encoding="utf-8", raw=story)
        for number, (uri, story) in enumerate(corpus.FIRST_NIGHT.items())
        if isinstance(story, str) and (form := _FORMATS.get(Path(uri).suffix)) and story
    ]
    cleaned = [clean_document(one, as_of=date.fromisoformat(corpus.AS_OF)) for one in raw]
    documents = [one.document for one in cleaned if isinstance(one, Cleaned)]
    list(extract_documents(documents, load_model(Settings.model_fields["model"].default)))
    expecting._batch_definition()
    for layer in ("staged", "star"):
        for path in sorted((ROOT / "expectations" / layer).glob("[a-z]*.py")):
            import_module(f"expectations.{layer}.{path.stem}")
    if (threads := active_count()) > 1:  # those of native libraries sleep until there is work, and there was none
        raise RuntimeError(f"{threads} threads run in the nursery: what it forks would not have them")


def _kill_after(pid: int, seconds: float) -> int:
    """Kill a child that has not ended when `seconds` have passed; its number stays its own until it is reaped."""
    deadline = time.monotonic() + seconds
    while time.monotonic() < deadline:
        if os.waitid(os.P_PID, pid, os.WEXITED | os.WNOWAIT | os.WNOHANG):
            return 0
        time.sleep(0.005)
    os.kill(pid, signal.SIGKILL)
    return 1


def _serve() -> None:
    questions, answers = os.dup(0), os.dup(1)
    os.dup2(os.open(os.devnull, os.O_RDONLY), 0)
    os.dup2(2, 1)
    _import_everything()
    ended: dict[int, int] = {}
    asked = os.fdopen(questions)
    for line in asked:
        question = json.loads(line)
        if pid := question.get("wait"):
            answer = ended[pid] if pid in ended else os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1])
            ended[pid] = answer
        elif pid := question.get("kill"):
            answer = _kill_after(pid, question["after"])
        elif not (answer := os.fork()):
            os.close(answers)
            asked.close()  # by its object: closed by number, it would close that number again when the child unwinds
            _grow_up(question["arguments"], Path(question["folder"]), question["fault"])
            return
        os.write(answers, f"{answer}\n".encode())


if __name__ == "__main__":
    _serve()
