"""The manifest of an export: what it was made from and by, and for each file what must be found in it."""

import hashlib
from collections.abc import Iterator, Mapping
from datetime import date, datetime
from pathlib import Path
from typing import Annotated, Final, Literal

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from dateline.errors import UsageError
from warehouse.table_files import FileFormat

MANIFEST: Final = "manifest.json"
FORMAT: Final = 1
"""Version of the layout of an export; another one is refused."""

Digest = Annotated[str, Field(pattern=r"^[0-9a-f]{32,64}$")]


class _Foreign(BaseModel):
    """What comes from elsewhere: later versions may state more."""

    model_config = ConfigDict(frozen=True, extra="ignore")


class TableFile(_Foreign):
    """One table as one file: its columns with their DuckDB types, and what tells a damaged file from a sound one.

    `digest` is that of the rows (`warehouse.digest`): the same in every format.
    """

    table: Annotated[str, Field(pattern=r"^(star|stage)/[a-z_]+$")]
    file: Annotated[str, Field(pattern=r"^(star|stage)/[a-z_]+\.(parquet|csv|jsonl)$")]
    columns: Mapping[str, str]
    rows: Annotated[int, Field(ge=0)]
    bytes: Annotated[int, Field(ge=0)]
    sha256: Digest
    digest: Digest


class Program(_Foreign):
    """What made the export: versions of the program, its rules, and the schemas of star and stage."""

    dateline: str
    rules: str
    star_schema: int
    stage_schema: int


class Manifest(_Foreign):
    """What stands in `manifest.json`; `read_by` counts documents by what read them (rules, model, outlet profile)."""

    format: Literal[1]
    made_by: Program
    snapshot_id: str
    run_id: str
    published_at: datetime
    file_format: FileFormat
    since: date | None
    documents: Annotated[int, Field(ge=0)]
    read_by: Mapping[str, int]
    tables: tuple[TableFile, ...]

    def of(self, table: str) -> TableFile | None:
        """Return the file of a table (`stage/document`), or `None` where the export has none."""
        return next((one for one in self.tables if one.table == table), None)


def save(manifest: Manifest, folder: Path) -> None:
    """Write the manifest into the folder of its export."""
    (folder / MANIFEST).write_text(manifest.model_dump_json(indent=2) + "\n", encoding="utf-8")


def load(folder: Path) -> Manifest:
    """Return the manifest of the export in `folder`.

    Raises:
        UsageError: there is none, or none that this version can read.
    """
    path = folder / MANIFEST
    try:
        return Manifest.model_validate_json(path.read_bytes())
    except FileNotFoundError as error:
        raise UsageError(f"{folder} is no export: it has no {MANIFEST} (`dateline export` makes one)") from error
    except OSError as error:
        raise UsageError(f"{path} cannot be read: {error.strerror or error}") from error
    except ValidationError as error:
        first = error.errors()[0]
        where = ".".join(map(str, first["loc"]))
        if where == "format":
            raise UsageError(
                f"{folder} is an export of format {first['input']!r}, this dateline knows format {FORMAT}: use the same"
                " version of dateline on both sides"
            ) from None
        raise UsageError(f"{path} is no manifest of an export: {where or 'it'}: {first['msg']}") from None


def require_whole(manifest: Manifest, folder: Path) -> None:
    """Check that all files of the manifest are there, as they were written.

    Raises:
        UsageError: a file is missing, cut short or changed; the message names the first.
    """
    for fault in _faults(manifest, folder):
        raise UsageError(f"{folder} is damaged: {fault}. Nothing was imported; copy or export it again")


def _faults(manifest: Manifest, folder: Path) -> Iterator[str]:
    for one in manifest.tables:
        path = folder / one.file
        try:
            size = path.stat().st_size
            if size != one.bytes:
                yield f"{one.file} has {size} bytes, not {one.bytes}"
            elif sha256_of(path) != one.sha256:
                yield f"{one.file} does not have the SHA-256 of the manifest"
        except FileNotFoundError:
            yield f"{one.file} is missing"
        except OSError as error:
            yield f"{one.file} cannot be read: {error.strerror or error}"


def sha256_of(path: Path) -> str:
    """Return the SHA-256 of a file's bytes."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
