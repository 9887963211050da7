"""Writes a page as a file that appears whole or not at all."""

import os
from pathlib import Path


def write_page(text: str, out: Path, name: str) -> Path:
    """Write a page to the file `out`, or as `name` into the folder `out`, and return where it stands.

    Whoever has the page open while a night is published reads the old one.
    """
    page = out / name if out.is_dir() else out
    partial = page.with_name(f".{page.name}.{os.getpid()}.partial")
    page.parent.mkdir(parents=True, exist_ok=True)
    try:
        partial.write_text(text, encoding="utf-8")
        partial.replace(page)
    finally:
        partial.unlink(missing_ok=True)
    return page
