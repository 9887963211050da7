"""Arms a process that a test started with a fault in its environment; its folder stands in PYTHONPATH of no other."""

import os
import sys

from tests.soak.faults import VARIABLE, Fault, arm

if VARIABLE in os.environ:
    fault = Fault.from_json(os.environ[VARIABLE])
    is_worker = any("forkserver" in word for word in sys.orig_argv)  # what it is armed with, all that it forks have
    if fault.in_worker == is_worker:
        arm(fault)
