"""How drift is told: what is measured of a source, what is odd about it, and what that would mean."""

from collections.abc import Iterable
from typing import Final

from dateline.pages.words import number

NAMES: Final = {
    "documents": "documents",
    "share_kept": "share of each page kept",
    "share_undated": "stories without a day",
    "share_unresolved": "speakers unresolved",
    "mentions_per_story": "names per story",
    "quotes_per_story": "quotes per story",
    "share_set_aside": "records set aside",
}
"""Measure of `sql/quality/drift.sql` -> what people call it."""

MEANINGS: Final = {
    "documents": "A feed broke or its address moved, or, where there are more, an archive or copies came in.",
    "share_kept": "A site changed its layout: cleaning leaves story out, or keeps what surrounds it.",
    "share_undated": "A prefix, time stamp or dateline changed its form, so that no day is found.",
    "share_unresolved": "Quotes are introduced in a form that is not known, or names are no longer found.",
    "mentions_per_story": "The extractor or its model broke, or pages without a story count as stories.",
    "quotes_per_story": "The forms of quotation marks or of reporting verbs changed.",
    "share_set_aside": "Records come in a form or an encoding that cannot be read.",
}
"""Measure -> what a failure would mean."""

SIGNS: Final = {
    "documents low": "fewer documents than usual",
    "documents high": "more documents than usual",
    "share_kept low": "less of each page kept",
    "share_kept high": "more of each page kept",
    "share_undated high": "more stories without a day",
    "share_unresolved high": "more speakers unresolved",
    "mentions_per_story low": "fewer names per story",
    "mentions_per_story high": "more names per story",
    "quotes_per_story low": "fewer quotes per story",
    "quotes_per_story high": "more quotes per story",
    "share_set_aside high": "more records set aside",
}
"""Measure and the side on which it is odd -> a few words."""


def signs(odd: Iterable[str] | None, *, is_silent: bool = False) -> list[str]:
    """Return what is odd about a source in words; nothing where all is usual, or where nobody can tell yet."""
    return ["silent" if is_silent and sign == "documents low" else SIGNS.get(sign, sign) for sign in odd or ()]


def amount(kind: str, value: float | None) -> str:
    """Return a measure of a kind (`share`, `count` or `mean`) as people read it; a dash for what is not known."""
    if value is None:
        return "–"
    if kind == "share":
        return f"{100 * value:.0f} %"
    return number(round(value, 1) if kind == "mean" else round(value))


def bounds(kind: str, low: float | None, high: float | None) -> str:
    """Return beyond what a measure is odd; a side on which it cannot be odd is left out."""
    if low is None or low <= 0:
        return f"odd above {amount(kind, high)}"
    if high is None:
        return f"odd below {amount(kind, low)}"
    return f"odd outside {amount(kind, low)} to {amount(kind, high)}"
