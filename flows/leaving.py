"""Ends a process when all else is done: what the interpreter would do then is print DuckDB's leaked bindings."""

import atexit
import logging
import os
import sys


class QuietExit:
    """Registers itself to leave with `status`; the first to register is the last to run."""

    def __init__(self, status: int) -> None:
        self.status = status
        atexit.register(self)

    def __call__(self) -> None:
        """Write what still stands in buffers, and leave."""
        logging.shutdown()
        sys.stdout.flush()
        sys.stderr.flush()
        os._exit(self.status)


def leave_quietly() -> None:
    """Prepare a worker process, first of all, to end without a word."""
    QuietExit(0)
