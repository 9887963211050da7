"""Puts a text in each place of rows where words from outside may stand."""

from collections.abc import Collection
from dataclasses import fields, is_dataclass, replace
from typing import Any


def poisoned(value: Any, text: str, *, leave: Collection[str] = ()) -> Any:
    """Return rows with `text` in each field of words but those named in `leave`, which hold words of ours."""
    if is_dataclass(value) and not isinstance(value, type):
        given = {field.name: getattr(value, field.name) for field in fields(value) if field.name not in leave}
        return replace(value, **{name: poisoned(held, text, leave=leave) for name, held in given.items()})
    if isinstance(value, str):
        return text
    return [poisoned(item, text, leave=leave) for item in value] if isinstance(value, list | tuple) else value
