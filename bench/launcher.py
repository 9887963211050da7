"""Runs a command and writes what it took to a file descriptor; imports next to nothing, for a reason.

The system counts what a process held before it became another program as its own, so the peak of a small program that
is started by a large one is that of the large one. Whoever measures starts this file, and this file the program. It
also adopts processes that the program leaves behind (a server of forks, with its workers), so that their time counts.

Run as `python -I -S bench/launcher.py DESCRIPTOR COMMAND…`; it writes the exit status, seconds of wall clock and
of the processor, and the KiB of the largest process.
"""

import ctypes
import os
import sys
import time

_SET_CHILD_SUBREAPER = 36
"""Of Linux' `prctl`: orphans below this process become its children."""
_PATIENCE = 5.0
"""Seconds that orphans are given to end by themselves."""


def adopt_orphans() -> None:
    """Ask for what is left behind; elsewhere than on Linux it goes uncounted."""
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(_SET_CHILD_SUBREAPER, 1, 0, 0, 0)


def start(command: list[str]) -> int:
    """Return the process in which `command` runs."""
    child = os.fork()
    if not child:
        try:
            os.execvp(command[0], command)  # noqa: S606 - it is what the caller wants measured
        except OSError as error:
            os.write(2, f"{command[0]}: {error}\n".encode())
            os._exit(127)
    return child


def costs_of_orphans() -> tuple[float, int]:
    """Return seconds of the processor, and KiB of the largest, of what ends within the patience."""
    seconds, largest = 0.0, 0
    last = time.perf_counter() + _PATIENCE
    while time.perf_counter() < last:
        try:
            ended, _, usage = os.wait4(-1, os.WNOHANG)
        except ChildProcessError:
            break
        if ended:
            seconds, largest = seconds + usage.ru_utime + usage.ru_stime, max(largest, usage.ru_maxrss)
        else:
            time.sleep(0.02)
    return seconds, largest


def main() -> None:
    """Run the command, wait for it and for what it leaves behind, and write what both took."""
    descriptor = int(sys.argv[1])
    os.set_inheritable(descriptor, False)  # what the program leaves running must not hold it open
    adopt_orphans()
    begin = time.perf_counter()
    _, status, usage = os.wait4(start(sys.argv[2:]), 0)
    wall = time.perf_counter() - begin
    seconds, largest = costs_of_orphans()
    seconds += usage.ru_utime + usage.ru_stime
    figures = (os.waitstatus_to_exitcode(status), wall, seconds, max(largest, usage.ru_maxrss))
    os.write(descriptor, " ".join(map(str, figures)).encode())


if __name__ == "__main__":
    main()
