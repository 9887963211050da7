"""Prefect's own command line, whose server is up sooner: while it is imported, the garbage collector rests.

Thousands of models are made then, nothing of them is garbage, and the collector would walk them again and again.
"""

import gc

gc.disable()

import prefect.server.api.server  # noqa: E402, F401
from prefect.cli import app  # noqa: E402

gc.freeze()
gc.enable()

if __name__ == "__main__":
    app()
