"""Writes a page as a file that appears whole or not at all."""

import os
from glob import escape
from pathlib import Path


def write_page(text: str, out: Path, name: str) -> Path:
    """Write a page to the file `out`, or as `name` into the folder `out`, and return where it stands.

    Whoever has the page open while a night is published reads the old one.
    """
    page = out / name if out.is_dir() else out
    partial = page.with_name(f".{page.name}.{os.getpid()}.partial")
    page.parent.mkdir(parents=True, exist_ok=True)
    _clear_leftovers(page)
    try:
        partial.write_text(text, encoding="utf-8")
        partial.replace(page)
    finally:
        partial.unlink(missing_ok=True)
    return page


def _clear_leftovers(page: Path) -> None:
    """Remove what processes left that were killed while they wrote the page."""
    for left in page.parent.glob(f".{escape(page.name)}.*.partial"):
        pid = left.name.split(".")[-2]
        if pid.isdecimal() and not _is_alive(int(pid)):
            left.unlink(missing_ok=True)


def _is_alive(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    except PermissionError:  # it is another user's
        return True
    return True
