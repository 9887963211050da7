"""All settings, read once at the edge (the command line, a flow's first line) and handed on as plain values.

Each setting is an environment variable `DATELINE_<NAME>`; a command-line option of the same meaning wins over it.
The groups of settings are also the groups of fields in the forms of Prefect's UI: title, description and bounds stand
here and nowhere else.
"""

from datetime import date
from pathlib import Path
from typing import Annotated, Any, Literal, TypeVar
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field, SecretStr, WithJsonSchema
from pydantic_settings import BaseSettings, SettingsConfigDict


def _known_columns(named: str | None) -> str | None:
    if named:
        from dateline.read import Columns  # noqa: PLC0415 - with the readers' libraries, which a command's help can spare

        Columns.parse(named)
    return named


def _without_password(uri: str | None) -> str | None:
    if uri and "://" in uri and urlsplit(uri).password:
        raise ValueError("a password in a URI would stand in logs and run names: give it by the store's own settings")
    return uri


def _known_zone(name: str) -> str:
    try:
        ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError) as error:
        raise ValueError("no time zone of that name is known; they look like Asia/Tashkent") from error
    return name


def _fields_of_cron(schedule: str) -> str:
    if len(schedule.split()) not in (5, 6):  # the sixth, which is rare, counts seconds
        raise ValueError("is no schedule of cron, which has five fields, such as '30 3 * * *' for 03:30 each night")
    return schedule


def _user_and_password(pair: SecretStr | None) -> SecretStr | None:
    user, _, password = pair.get_secret_value().partition(":") if pair else ("-", "", "-")
    if not (user and password):
        raise ValueError("must be USER:PASSWORD")
    return pair


_unset_if_empty = BeforeValidator(lambda given: None if given == "" else given)
"""What a form sends for a field that was left empty."""

OptionalDay = Annotated[date | None, _unset_if_empty, WithJsonSchema({"type": "string", "format": "date"})]
OptionalPath = Annotated[Path | None, _unset_if_empty, WithJsonSchema({"type": "string"})]
OptionalText = Annotated[str | None, _unset_if_empty, WithJsonSchema({"type": "string"})]
"""Values that need not be given: a form shows the plain field, not a choice between it and nothing."""


Zone = Annotated[str, AfterValidator(_without_password), Field(min_length=1)]
"""A landing zone: a folder, a file, a glob or an fsspec URI."""


def _without_null(schema: dict[str, Any]) -> None:
    """Leave out defaults that are null: a form would show and send them, and null is no text and no day."""
    for field in schema["properties"].values():
        if field.get("default", ...) is None:
            del field["default"]


class Group(BaseModel):
    """Settings that stand together in a form."""

    model_config = ConfigDict(frozen=True, extra="forbid", json_schema_extra=_without_null)


class _Publishing(Group):
    keep_snapshots: int = Field(
        7, ge=1, le=1000, title="Snapshots to keep", description="Published snapshots that are kept for rollback"
    )
    corrections: OptionalPath = Field(
        None,
        title="File of corrections",
        description="File of an operator's corrections (TOML): who is one person, who is not, what somebody is called",
    )
    lease: Annotated[OptionalText, AfterValidator(_without_password)] = Field(
        None,
        title="Lease",
        description="File or fsspec URI of a lease, where several machines must not run at once: one refuses while "
        "another holds it",
    )


class _Dating(Group):
    as_of: OptionalDay = Field(
        None,
        title="Day that counts as today",
        description="Day that counts as today when a year is inferred; default: the day of the run (UTC)",
    )


class _Extracting(_Dating):
    model: str = Field(
        "dateline.extract.names",
        min_length=1,
        title="Model",
        description="What reads names: our own weights, or an importable package of a spaCy pipeline with an `ner`",
    )
    profiles: OptionalPath = Field(
        None,
        title="File of outlet profiles",
        description="File of learnt outlet profiles (`dateline profile learn`): lines that recur at an outlet and are "
        "dropped there",
    )
    shelf: Annotated[OptionalText, AfterValidator(_without_password)] = Field(
        None,
        title="Place of batches",
        description="Folder or fsspec URI where the batches of a run stand, for workers on other machines; default: "
        "below the data directory",
    )
    batch_size: int = Field(
        64,
        ge=1,
        le=10_000,
        title="Documents in a batch",
        description="Documents in one batch, that is in one task run",
    )


class _Reading(Group):
    columns: Annotated[OptionalText, AfterValidator(_known_columns)] = Field(
        None,
        title="Names of columns",
        description="Columns of tables and fields of JSON lines, where they have other names than the usual ones: "
        "text=…,title=…,published=…,url=…",
    )
    max_record_bytes: int = Field(
        20_000_000,
        ge=1_000,
        le=2_000_000_000,
        title="Largest record in bytes",
        description="Largest record that is read, in bytes after decompression; larger ones are quarantined",
    )


class _Withdrawing(Group):
    complete_landing: bool = Field(
        False,
        title="The landing zone is complete",
        description="The landing zone is complete: a document that vanished from it is withdrawn",
    )
    max_vanished: float = Field(
        0.5,
        ge=0,
        le=1,
        title="Largest share that may vanish",
        description="Largest share of the known documents that one night may withdraw because they vanished; a night "
        "that misses more changes nothing, since a share that is not mounted looks like an empty folder",
    )


class PublishOptions(_Publishing):
    """What seldom needs another value."""


class BackfillOptions(_Publishing, _Extracting):
    """What seldom needs another value."""


class IngestOptions(_Publishing, _Extracting, _Reading):
    """What seldom needs another value."""


class LearnOptions(_Dating, _Reading):
    """What seldom needs another value."""


class NightlyOptions(_Publishing, _Extracting, _Reading, _Withdrawing):
    """What seldom needs another value; the defaults are the settings of the server."""


class _Serving(Group):
    cron: Annotated[str, AfterValidator(_fields_of_cron)] = Field(
        "30 3 * * *",
        title="Schedule",
        description="When `dateline serve` runs the night, as cron says it",
    )
    timezone: Annotated[str, AfterValidator(_known_zone)] = Field(
        "UTC", title="Time zone", description="Time zone of that schedule, such as Asia/Tashkent"
    )
    host: str = Field("127.0.0.1", min_length=1, title="Host", description="Address that `dateline serve` listens on")
    port: int = Field(4200, ge=1, le=65535, title="Port", description="Port of Prefect's server and UI")
    pages_port: int = Field(4201, ge=1, le=65535, title="Port of the pages", description="Port of the written pages")
    auth: Annotated[SecretStr | None, AfterValidator(_user_and_password)] = Field(
        None,
        title="User and password",
        description="USER:PASSWORD that UI, API and pages ask for; needed on any host but the loopback",
    )
    wait: float = Field(
        0,
        ge=0,
        title="Seconds to wait",
        description="Seconds to wait while another run writes to the data directory; 0: refuse at once",
    )


class Settings(NightlyOptions, _Serving, BaseSettings):
    """How a night runs. Frozen: a run has one set of settings."""

    model_config = SettingsConfigDict(
        env_prefix="DATELINE_", env_ignore_empty=True, frozen=True, extra="ignore", hide_input_in_errors=True
    )

    landing: Zone = Field(
        "sample/landing", title="Landing zone", description="Landing zone: a folder, a file, or an fsspec URI"
    )
    data: Path = Field(
        Path("data"),
        title="Data directory",
        description="Data directory; the published warehouse is dateline.duckdb in it",
    )
    runner: Literal["threads", "processes", "dask"] = Field(
        "threads", title="Task runner", description="Where task runs execute"
    )
    workers: int = Field(2, ge=1, le=256, title="Task runs at one time", description="Task runs at one time")
    dask_address: str | None = Field(
        None,
        title="Dask scheduler",
        description="Address of a running Dask scheduler, for the runner dask; default: a cluster of this run's own",
    )


Options = TypeVar("Options", bound=Group)


def options_of(settings: Settings, group: type[Options]) -> Options:
    """Return those of `settings` that are in a group."""
    return group.model_validate({name: getattr(settings, name) for name in group.model_fields})
