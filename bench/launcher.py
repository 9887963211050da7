"""Runs a command and writes what it took to a file descriptor; imports next to nothing, for a reason.

The system counts what a process held before it became another program as its own, so the peak of a small program that
is started by a large one is that of the large one. Whoever measures starts this file, and this file the program.

Run as `python -I -S bench/launcher.py DESCRIPTOR COMMAND…`; it writes the exit status, seconds of wall clock and
of the processor, and the KiB of the largest process.
"""

import os
import sys
import time

if __name__ == "__main__":
    descriptor, program, *arguments = sys.argv[1:]
    os.set_inheritable(int(descriptor), False)  # what the program leaves running must not hold it open
    start = time.perf_counter()
    child = os.fork()
    if not child:
        try:
            os.execvp(program, [program, *arguments])  # noqa: S606 - it is what the caller wants measured
        except OSError as error:
            os.write(2, f"{program}: {error}\n".encode())
            os._exit(127)
    _, status, usage = os.wait4(child, 0)
    wall = time.perf_counter() - start
    figures = (os.waitstatus_to_exitcode(status), wall, usage.ru_utime + usage.ru_stime, usage.ru_maxrss)
    os.write(int(descriptor), " ".join(map(str, figures)).encode())
