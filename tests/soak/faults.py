"""Stops a process of `dateline` at a point that is named beforehand: it is killed there, or waits there.

Points are moments at which our code is about to change something outside of its process: a file made, renamed, linked
or removed, a statement of DuckDB executed, a transaction begun or committed. Python tells of the first by audit
events; the second are wrapped. Nothing of the product knows of this, and no process has it that a test did not arm.
"""

import contextlib
import json
import os
import signal
import sys
import time
from collections import Counter
from collections.abc import Callable
from dataclasses import asdict, dataclass
from pathlib import Path
from threading import Lock, Thread
from types import FrameType
from typing import Any, Final, Literal, NoReturn

ROOT: Final = Path(__file__).parents[2]
VARIABLE: Final = "DATELINE_TEST_FAULT"

_ROOMS: Final = tuple(f"{ROOT / room}{os.sep}" for room in ("tasks", "warehouse", "flows"))
_CARRIERS: Final = frozenset({"stages.py", "isolation.py", "sqlfiles.py", "command.py", "cli.py"})
"""Modules that only hand on what others do: a point is named after those others."""
_EVENTS: Final = frozenset(
    {"open", "os.rename", "os.remove", "os.rmdir", "os.mkdir", "os.symlink", "os.chmod", "os.truncate"}
    | {"shutil.copyfile", "shutil.rmtree", "tempfile.mkdtemp"}
)
_STATEMENTS: Final = ("execute", "begin", "commit", "close")
_WRITING: Final = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class Point:
    """The `nth` time that `act` is about to be done in `place` (module and function) while `stage` lasts."""

    stage: str
    place: str
    act: str
    nth: int = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Fault:
    """What to do at `point`: die at once, die `delay` seconds later, die with half of a file copied, or wait.

    `census` names a file to which all points that are passed are written. `data` is the directory whose files count.
    A process that waits makes the file `waiting` in `census`'s place, and waits for ever.
    """

    data: str
    point: Point | None = None
    do: Literal["die", "die later", "die half way", "wait", "fill"] = "die"
    delay: float = 0.0
    census: str = ""
    waiting: str = ""
    in_worker: bool = False

    def to_json(self) -> str:
        """Return what `from_json` reads."""
        return json.dumps(asdict(self))

    @classmethod
    def from_json(cls, text: str) -> "Fault":
        """Read what `to_json` wrote."""
        fields = json.loads(text)
        point = fields.pop("point")
        return cls(point=Point(**point) if point else None, **fields)


def arm(fault: Fault) -> None:
    """Arm this process; it cannot be disarmed."""
    sentry = _Sentry(fault)
    sys.addaudithook(sentry.heard)
    _wrap_statements(sentry)


class _Sentry:
    """Counts points, and strikes at the one that was named."""

    def __init__(self, fault: Fault) -> None:
        self._fault = fault
        self._passed: Counter[tuple[str, str, str]] = Counter()
        self._lock = Lock()
        self._census = os.open(fault.census, os.O_WRONLY | os.O_APPEND | os.O_CREAT) if fault.census else -1

    def heard(self, event: str, arguments: tuple[Any, ...]) -> None:
        if event in _EVENTS and self._is_ours(event, arguments):
            self.passing(event, sys._getframe(1))

    def passing(self, act: str, frame: FrameType | None) -> None:
        stage, place = _whereabouts(frame)
        if not place:
            return
        with self._lock:
            self._passed[stage, place, act] += 1
            point = Point(stage=stage, place=place, act=act, nth=self._passed[stage, place, act])
        if self._census >= 0:
            os.write(self._census, f"{json.dumps(asdict(point))}\n".encode())
        if point == self._fault.point:
            self._strike()

    def _is_ours(self, event: str, arguments: tuple[Any, ...]) -> bool:
        if event == "open" and not (isinstance(arguments[2], int) and arguments[2] & _WRITING):
            return False
        words = [os.fsdecode(word) for word in arguments[:2] if isinstance(word, str | bytes | os.PathLike)]
        return any(word.startswith(self._fault.data) or not os.path.isabs(word) for word in words)

    def _strike(self) -> None:
        fault = self._fault
        if fault.do == "die":
            _die()
        if fault.do == "die later":
            Thread(target=_die_after, args=(fault.delay,), daemon=True).start()
        if fault.do == "die half way":
            _copy_half(_die)
        if fault.do == "fill":
            fill(Path(fault.data))
        if fault.do == "wait":
            Path(fault.waiting).touch()
            time.sleep(3600)


def fill(folder: Path) -> None:
    """Fill the disk that `folder` is on with one file, `filler`, to the last byte."""
    descriptor = os.open(folder / "filler", os.O_WRONLY | os.O_CREAT)
    for size in (1 << 20, 1 << 12, 1):
        with contextlib.suppress(OSError):
            while True:
                os.write(descriptor, b"x" * size)
    os.close(descriptor)


def _whereabouts(frame: FrameType | None) -> tuple[str, str]:
    """Return the stage (our outermost function that is not a carrier) and the place (the innermost one)."""
    ours: list[FrameType] = []
    while frame:
        file = frame.f_code.co_filename
        if file.startswith(_ROOMS) and os.path.basename(file) not in _CARRIERS:
            ours.append(frame)
        frame = frame.f_back
    names = [f"{os.path.relpath(one.f_code.co_filename, ROOT)[:-3]}.{one.f_code.co_name}" for one in ours]
    stages = [name for name in names if name.startswith("tasks")]
    return (stages[-1] if stages else "run", names[0]) if names else ("", "")


def _wrap_statements(sentry: _Sentry) -> None:
    import duckdb  # noqa: PLC0415 - only where a fault is armed

    for name in _STATEMENTS:
        original: Callable[..., Any] = getattr(duckdb.DuckDBPyConnection, name)

        def wrapped(
            self: Any, *arguments: Any, _name: str = name, _original: Callable[..., Any] = original, **named: Any
        ) -> Any:
            sentry.passing(f"duckdb.{_name}", sys._getframe(1))
            return _original(self, *arguments, **named)

        setattr(duckdb.DuckDBPyConnection, name, wrapped)


def _copy_half(then: Callable[[], NoReturn]) -> None:
    """Have the copy that begins now write half of the file, and no more."""
    real = os.sendfile

    def half(target: int, source: int, offset: int, count: int) -> int:
        real(target, source, offset, os.fstat(source).st_size // 2)
        then()

    os.sendfile = half  # type: ignore[assignment]


def _die_after(seconds: float) -> NoReturn:
    time.sleep(seconds)
    _die()


def _die() -> NoReturn:
    os.kill(os.getpid(), signal.SIGKILL)
    raise AssertionError("still alive")
