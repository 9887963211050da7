"""`python -m tests.docs [PAGE...]`: load the sample into a fresh warehouse, write what snippets give into the pages."""

import sys
import tempfile
from pathlib import Path

from tests.docs.snippets import PAGES, ROOT, Runner, copy_of, load_sample, renew

if __name__ == "__main__":
    asked = [Path(name).resolve() for name in sys.argv[1:]] or PAGES
    with tempfile.TemporaryDirectory() as folder:
        loaded = Path(folder, "checkout")
        loaded.mkdir()
        load_sample(loaded)
        for page in asked:
            changed = renew(page, Runner(copy_of(loaded, Path(folder, f"{page.parent.name}-{page.stem}"))))
            sys.stdout.write(f"{page.relative_to(ROOT)}: {changed} answers renewed\n")
