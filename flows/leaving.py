"""How processes end: without a word of the interpreter's on DuckDB's leaked bindings, and workers with their parent."""

import atexit
import logging
import multiprocessing
import os
import signal
import sys
from threading import Thread


class QuietExit:
    """Registers itself to leave with `status` when all else is done; the first to register is the last to run."""

    def __init__(self, status: int) -> None:
        self.status = status
        atexit.register(self)

    def __call__(self) -> None:
        """Write what still stands in buffers, and leave."""
        logging.shutdown()
        sys.stdout.flush()
        sys.stderr.flush()
        os._exit(self.status)


class Interruption:
    """Hears Ctrl-C, and remembers it: some libraries make an error of their own of an interrupt that hits them."""

    def __init__(self) -> None:
        self.heard = False
        if signal.getsignal(signal.SIGINT) is signal.default_int_handler:  # else somebody wants it ignored
            signal.signal(signal.SIGINT, self)

    def __call__(self, *_: object) -> None:
        """Interrupt the main thread."""
        self.heard = True
        raise KeyboardInterrupt


def prepare_worker() -> None:
    """Prepare a worker process, first of all, to end quietly: when its parent says so, or is no more.

    A terminal sends Ctrl-C to all processes. A worker that answered would hand the interrupt back as the result of its
    task, which ends the pool's own thread, and the parent would wait for ever.
    """
    QuietExit(0)
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    Thread(target=_leave_with_parent, daemon=True).start()


def _leave_with_parent() -> None:
    """A worker whose parent was killed waits for work that nobody can send, with a whole model in memory."""
    if parent := multiprocessing.parent_process():
        parent.join()
        os._exit(1)
