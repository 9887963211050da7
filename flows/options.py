"""Options of commands that are settings: described where the setting is, and checked as it is."""

from datetime import datetime
from typing import Any, Final

import typer
from pydantic import ValidationError

from dateline.errors import UsageError
from dateline.settings import Settings

_UNSAID: Final = frozenset({"auth", "landing", "lease", "shelf"})
"""Settings whose value is not repeated in an error: it may hold a password."""


def setting(name: str, *flags: str, **more: Any) -> Any:
    """Return the option of a setting, described where the setting is."""
    field = Settings.model_fields[name]
    shown = f"{field.description} (DATELINE_{name.upper()}; default: {field.default})"
    return typer.Option(*flags, help=shown, show_default=False, **more)


def settings_of(options: dict[str, Any]) -> Settings:
    """Return the settings under the options that were given; those that are `None` were not.

    Raises:
        UsageError: a value is none that the setting can have; the message names the option or the variable.
    """
    given = {name: value for name, value in options.items() if value is not None}
    if isinstance(day := given.get("as_of"), datetime):
        given["as_of"] = day.date()
    try:
        return Settings(**given)
    except ValidationError as error:
        first = error.errors()[0]
        name = str(first["loc"][0])
        where = f"--{name.replace('_', '-')}" if name in given else f"DATELINE_{name.upper()}"
        got = "" if name in _UNSAID else f", got {first['input']!r}"
        said = first["msg"].removeprefix("Value error, ")
        raise UsageError(f"{where}: {said}{got}") from None
