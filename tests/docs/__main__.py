"""`python -m tests.docs`: load the sample into a fresh warehouse and write what the snippets give into the pages."""

import sys
import tempfile
from pathlib import Path

from tests.docs.snippets import PAGES, ROOT, Runner, load_sample, renew

if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as folder:
        load_sample(Path(folder))
        for page in PAGES:
            sys.stdout.write(f"{page.relative_to(ROOT)}: {renew(page, Runner(Path(folder)))} answers renewed\n")
