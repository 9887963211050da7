"""All settings, read once at the edge (the command line, a flow's first line) and handed on as plain values.

Each setting is an environment variable `DATELINE_<NAME>`; a command-line option of the same meaning wins over it.
"""

from datetime import date
from pathlib import Path
from typing import Annotated, Literal
from urllib.parse import urlsplit

from pydantic import AfterValidator, Field
from pydantic_settings import BaseSettings, SettingsConfigDict

from dateline.read import Columns


def _known_columns(named: str | None) -> str | None:
    Columns.parse(named)
    return named


def _without_password(uri: str | None) -> str | None:
    if uri and "://" in uri and urlsplit(uri).password:
        raise ValueError("a password in a URI would stand in logs and run names: give it by the store's own settings")
    return uri


class Settings(BaseSettings):
    """How a night runs. Frozen: a run has one set of settings."""

    model_config = SettingsConfigDict(
        env_prefix="DATELINE_", env_ignore_empty=True, frozen=True, extra="ignore", hide_input_in_errors=True
    )

    landing: Annotated[str, AfterValidator(_without_password)] = Field(
        "sample/landing", min_length=1, description="Landing zone: a folder, a file, or an fsspec URI"
    )
    data: Path = Field(Path("data"), description="Data directory; the published warehouse is dateline.duckdb in it")
    model: str = Field(
        "dateline.extract.names",
        description="What reads names: our own weights, or an importable package of a spaCy pipeline with an `ner`",
    )
    as_of: date | None = Field(
        None,
        description="Day that counts as today when a year is inferred; default: the day of the run (UTC)",
    )
    batch_size: int = Field(64, ge=1, le=10_000, description="Documents in one batch, that is in one task run")
    runner: Literal["threads", "processes"] = Field("threads", description="Where task runs execute")
    workers: int = Field(2, ge=1, le=256, description="Task runs at one time")
    keep_snapshots: int = Field(7, ge=1, description="Published snapshots that are kept for rollback")
    max_record_bytes: int = Field(
        20_000_000,
        ge=1_000,
        description="Largest record that is read, in bytes after decompression; larger ones are quarantined",
    )
    columns: Annotated[str | None, AfterValidator(_known_columns)] = Field(
        None,
        description="Columns of tables and fields of JSON lines, where they have other names than the usual ones: "
        "text=…,title=…,published=…,url=…",
    )
    complete_landing: bool = Field(
        False, description="The landing zone is complete: a document that vanished from it is withdrawn"
    )
    max_vanished: float = Field(
        0.5,
        ge=0,
        le=1,
        description="Largest share of the known documents that one night may withdraw because they vanished; a night "
        "that misses more changes nothing, since a share that is not mounted looks like an empty folder",
    )
    corrections: Path | None = Field(
        None,
        description="File of an operator's corrections (TOML): who is one person, who is not, what somebody is called",
    )
    profiles: Path | None = Field(
        None,
        description="File of learnt outlet profiles (`dateline profile learn`): lines that recur at an outlet and are "
        "dropped there",
    )
    lease: Annotated[str | None, AfterValidator(_without_password)] = Field(
        None,
        description="File or fsspec URI of a lease, where several machines must not run at once: one refuses while "
        "another holds it",
    )
