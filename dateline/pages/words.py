"""How pages write days, numbers and shares, and what they leave out of a text from outside."""

import unicodedata
from collections.abc import Callable, Mapping
from datetime import date, datetime
from typing import Any, Final

_HARMFUL: Final = frozenset("\u200e\u200f\u061c\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
"""Marks that turn the direction of what stands around them: a headline must not rewrite its neighbours."""


def printable(value: Any) -> Any:
    """Return a text without control characters and marks of direction; anything else as it is."""
    if not isinstance(value, str) or hasattr(value, "__html__"):
        return value
    if value.isascii() and value.isprintable():
        return value
    return "".join(" " if letter in "\n\t\r" else letter for letter in value if _is_shown(letter))


def _is_shown(letter: str) -> bool:
    return letter in "\n\t\r" or (letter not in _HARMFUL and unicodedata.category(letter) not in {"Cc", "Cs", "Cn"})


def day(value: date | datetime | None) -> str:
    """Return `21 May 2025`, or that the day is unknown."""
    return f"{value.day} {value:%b %Y}" if value else "day unknown"


def minute(value: datetime | None) -> str:
    """Return day and time in UTC."""
    return f"{value.day} {value:%b %Y, %H:%M} UTC" if value else "not yet"


def number(value: float) -> str:
    """Return a number with commas between thousands, and one decimal only where it is no whole one."""
    return f"{value:,.0f}" if float(value).is_integer() else f"{value:,.1f}"


def share(value: float | None) -> str:
    """Return a share as per cent; a dash where there is nothing to share out."""
    return "–" if value is None else f"{100 * value:.0f} %"


def counted(value: int, one: str, many: str | None = None) -> str:
    """Return `1 story`, `2 stories`; without `many`, an s is added."""
    return f"{number(value)} {one if value == 1 else many or one + 's'}"


FILTERS: Final[Mapping[str, Callable[..., str]]] = {
    "day": day,
    "minute": minute,
    "number": number,
    "share": share,
    "counted": counted,
}
