"""Fields of the forms in Prefect's UI, with title, description and bounds: those of a setting where one is meant."""

from pathlib import Path
from typing import Annotated, Any, Final

from pydantic import Field

from dateline.settings import (
    BackfillOptions,
    IngestOptions,
    LearnOptions,
    NightlyOptions,
    PublishOptions,
    Settings,
    Zone,
)


def named(title: str, description: str, **bounds: Any) -> Any:
    """Return a field with a title, a description and bounds for a parameter of a flow.

    Prefect puts the parameter's name in the place of a plain title, but leaves what stands in the schema's extras.
    """
    return Field(json_schema_extra={"title": title, "description": description}, **bounds)


def like(setting: str, *, title: str | None = None, description: str | None = None) -> Any:
    """Return the field of a parameter that means what a setting means."""
    field = Settings.model_fields[setting]
    return named(title or field.title or "", description or field.description or "")


_OPTIONS: Final = named("Options", "What seldom needs another value.")

Landing = Annotated[Zone, like("landing")]
Data = Annotated[Path, like("data")]
NightlyForm = Annotated[NightlyOptions, _OPTIONS]
IngestForm = Annotated[IngestOptions, _OPTIONS]
BackfillForm = Annotated[BackfillOptions, _OPTIONS]
PublishForm = Annotated[PublishOptions, _OPTIONS]
LearnForm = Annotated[LearnOptions, _OPTIONS]

NIGHTLY: Final = NightlyOptions()
INGEST: Final = IngestOptions()
BACKFILL: Final = BackfillOptions()
PUBLISH: Final = PublishOptions()
LEARN: Final = LearnOptions()
"""The groups with the usual values: what a form shows first."""
