"""The files of a local landing zone in one pass over its folders; the system says with each name what it is."""

import errno
import os
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path
from typing import Literal

from dateline.records import Rejected

Found = tuple[str, str, Rejected | None]
"""URI, path, and why it must not be opened."""
Refuse = Callable[[str, str], Rejected | None]


def walk(root: str) -> Iterator[Found]:
    """Yield all files below `root` but hidden ones; and folders that are not entered: closed ones, links to folders.

    Raises:
        OSError: `root` itself cannot be listed.
    """
    refused = refusals(Path(root))
    folders = [("", root)]
    while folders:
        prefix, folder = folders.pop()
        try:
            with os.scandir(folder) as listing:
                entries = [entry for entry in listing if not entry.name.startswith(".")]
        except OSError:
            if not prefix:
                raise
            yield prefix[:-1], folder, refused(prefix[:-1], folder)
            continue
        for entry in entries:
            uri = prefix + printable(entry.name)
            kind = _kind_of(entry)
            if kind == "folder":
                folders.append((f"{uri}/", entry.path))
            else:  # a file lies in the zone, since no link was followed on the way
                yield uri, entry.path, refused(uri, entry.path) if kind == "link" else None


def refusals(root: Path) -> Refuse:
    """Return what tells why a local path is not read; each folder on the way is followed to its end once."""
    end, real = root.resolve(), cache(os.path.realpath)

    def refused(uri: str, path: str) -> Rejected | None:
        folder, name = os.path.split(path)
        is_link = os.path.islink(path)
        if is_link and _is_circle(path):
            detail = "the link leads in a circle"
            return Rejected(uri=uri, stage="ingest", reason="unreadable", detail=detail)
        target = Path(path).resolve() if is_link or name in ("", ".", "..") else Path(real(folder), name)
        return _refusal(uri, path, target, end, is_link=is_link)

    return refused


def printable(name: str) -> str:
    r"""File names need not be text; bytes that are none stand as `\xff`."""
    return name if name.isascii() else os.fsencode(name).decode("utf-8", "backslashreplace")


def _kind_of(entry: "os.DirEntry[str]") -> Literal["link", "folder", "file"]:
    try:
        if entry.is_symlink():
            return "link"
        return "folder" if entry.is_dir(follow_symlinks=False) else "file"
    except OSError:  # some file systems do not tell with the name; whoever opens it will hear why
        return "file"


def _is_circle(link: str) -> bool:
    try:
        os.stat(link)
    except OSError as error:
        return error.errno == errno.ELOOP
    return False


def _refusal(uri: str, path: str, target: Path, root: Path, *, is_link: bool) -> Rejected | None:
    """Return why the local `path` is not read: it leads out of the landing zone, or is a folder that is closed."""
    if not target.is_relative_to(root):
        detail = f"the link leads out of the landing zone: {target}"
        return Rejected(uri=uri, stage="ingest", reason="outside_landing_zone", detail=detail)
    if not is_link and os.path.isdir(path):  # a link inside the zone is read where it points
        return Rejected(uri=uri, stage="ingest", reason="unreadable", detail="the folder cannot be listed")
    return None
