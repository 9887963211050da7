"""What an export brings: its documents against what the warehouse knows, and their rows as batches on the shelf.

The batches are what extraction leaves, so that they are validated and staged, resolved and loaded, as those of a night.
"""

import shutil
from collections import Counter
from collections.abc import Iterator, Mapping
from contextlib import closing
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Final, Literal

import polars as pl

from dateline import frames
from tasks import shelf
from tasks.books import is_published
from tasks.intake import Intake, put_seen
from tasks.night import CleanBatch, ExtractedBatch, Night
from warehouse import books, manifest, union
from warehouse.books import KnownVersion
from warehouse.connection import open_build
from warehouse.lock import writer_lock
from warehouse.publish import published

Fate = Literal["new", "changed", "outdated", "kept", "older", "kept_quarantined", "withdrawn"]
"""What becomes of a document: it comes in (the first three), or what is here stays, because it is the same or newer."""

COMES_IN: Final = frozenset({"new", "changed", "outdated"})

_OFFERED: Final = ("content_sha256", "extractor_version", "seen_at")
_MOST_DOCUMENTS: Final = 1000
_MOST_CHARACTERS: Final = 64_000_000
"""Documents and their characters in one batch, which bound a worker's memory."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Offered:
    """A version of a document: its content, what read it, and since when the content is known at its URI (UTC)."""

    content_sha256: str
    extractor_version: str
    seen_at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """Documents whose rows are read and validated together; `files` is the folder of the export's staged tables."""

    number: int
    of: int
    files: Path
    keys: tuple[int, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Arrival:
    """Documents of one version of rules, model and profile: they are staged together."""

    intake: Intake
    pieces: tuple[Piece, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison:
    """What an import brings: documents by outcome, and those that come in."""

    outcomes: Mapping[str, int]
    arrivals: tuple[Arrival, ...]


def fate_of(offered: Offered, known: KnownVersion | None, here: datetime | None, model: str) -> Fate:
    """Return what becomes of a document that an export offers to a warehouse that knows `known` at its URI.

    Of two contents, the one that was seen later stands; of two readings of one content, that of newer rules, then
    that of `model`. It does not matter which of them is here already.

    Args:
        offered: What the export holds.
        known: What the warehouse holds at the same URI, if anything.
        here: Since when the warehouse knows that content (UTC).
        model: The model that the warehouse reads names by.
    """
    if known is None or known.state == "vanished":
        return "new"
    if known.state == "withdrawn":
        return "withdrawn"
    if known.state == "loaded" and not known.is_staged:
        return "changed"
    same: Fate = "kept_quarantined" if known.state == "quarantined" else "kept"
    if offered.content_sha256 != known.content_sha256:
        theirs = (offered.seen_at, offered.content_sha256)
        return "changed" if theirs > (here or datetime.min, known.content_sha256) else "older"
    if offered.extractor_version == known.extractor_version:
        return same
    return "outdated" if _rank(offered, model) > _rank(known, model) else "older"


def _rank(version: Offered | KnownVersion, model: str) -> tuple[int, bool, str]:
    rules, _, read_by = version.extractor_version.partition("+")
    number = int(rules) if rules.isdecimal() else 0
    return number, read_by.partition("+")[0] == model, version.extractor_version


def what_comes_in(folder: Path, data: Path, model: str) -> tuple[Mapping[str, int], pl.DataFrame]:
    """Return the documents of the export in `folder` by outcome, and the rows of `union.versions` that come in.

    The caller holds the writer's lock of `data`.
    """
    versions = union.versions(manifest.load(folder), folder).sort("document_key")
    with closing(open_build(data)) as con:
        known = books.current_versions(con)
        here: dict[str, datetime] = dict(union.seen_here(con).select("uri", "seen_at").iter_rows())
    fates = [
        fate_of(Offered(**row), known.get(uri), here.get(uri), model)
        for uri, row in zip(versions["uri"], versions.select(_OFFERED).iter_rows(named=True), strict=True)
    ]
    coming = versions.filter(pl.Series([fate in COMES_IN for fate in fates], dtype=pl.Boolean))
    return Counter(["found"] * versions.height + [*fates]), coming


def nothing_to_import(folder: Path, night: Night) -> Mapping[str, int] | None:
    """Return the documents of a sound export by outcome where none comes in and all is published, else `None`.

    Raises:
        WarehouseBusy: another run is writing.
    """
    if not published(night.data):
        return None
    with writer_lock(night.data, night.wait):
        outcomes, coming = what_comes_in(folder, night.data, night.model)
        with closing(open_build(night.data)) as con:
            return outcomes if coming.is_empty() and is_published(night, con) else None


def comparison_with(folder: Path, night: Night) -> Comparison:
    """Find the documents that come in, and make their rows ready to be read piece by piece."""
    outcomes, coming = what_comes_in(folder, night.data, night.model)
    files = union.stage_files(manifest.load(folder), folder, _made_ready(night)) if coming.height else folder
    arrivals = []
    for read_by, rows in coming.sort("extractor_version", "document_key").group_by(
        "extractor_version", maintain_order=True
    ):
        seen = rows.select("uri", "content_sha256", "extractor_version").iter_rows()
        intake = Intake(
            folder=put_seen(night, f"{night.run_id}-{shelf.digest_of(*read_by)}", seen, []),
            batches=(),
            outcomes={},
            leaving=(),
        )
        cut = [tuple(keys) for keys in _cut(rows)]
        pieces = tuple(Piece(number=n, of=len(cut), files=files, keys=keys) for n, keys in enumerate(cut, start=1))
        arrivals.append(Arrival(intake=intake, pieces=pieces))
    return Comparison(outcomes=outcomes, arrivals=tuple(arrivals))


def put_piece(piece: Piece, night: Night) -> ExtractedBatch:
    """Put the rows of a piece on the shelf, as extraction leaves those of a batch."""
    digest = shelf.digest_of("import", night.run_id, *piece.keys)
    folder = night.shelf / "imported" / digest
    tables = union.staged_rows(piece.files, piece.keys)
    shelf.put(folder, tables | {"rejected": frames.to_frame("rejected", ())})
    clean = CleanBatch(number=piece.number, of=piece.of, digest=digest, folder=folder, rows=len(piece.keys))
    return ExtractedBatch(number=piece.number, of=piece.of, digest=digest, folder=folder, rows=clean.rows, clean=clean)


def note_seen(folder: Path, night: Night) -> None:
    """Note in the books since when the other warehouse knows the documents that are staged now."""
    versions = union.versions(manifest.load(folder), folder)
    with closing(open_build(night.data)) as con:
        union.enter_seen(con, night.run_id, versions)
    shutil.rmtree(_made_ready(night), ignore_errors=True)


def _made_ready(night: Night) -> Path:
    """Where staged tables stand that had to be made Parquet first; what a dead import left there is overwritten."""
    return night.data / "importing"


def _cut(rows: pl.DataFrame) -> Iterator[list[int]]:
    """Yield keys of documents in pieces of bounded size, in their order."""
    keys, characters = list[int](), 0
    for key, more in rows.select("document_key", "characters").iter_rows():
        keys.append(key)
        characters += more
        if len(keys) == _MOST_DOCUMENTS or characters >= _MOST_CHARACTERS:
            yield keys
            keys, characters = [], 0
    if keys:
        yield keys
