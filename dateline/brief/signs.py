"""What is odd about a source this night, against the nights before it, in words for a person."""

from typing import Final

from dateline.brief.rows import Source

_ENOUGH: Final = 2.0
"""Documents a night below which a source is too small for its silence to tell anything."""
_FEW: Final = 0.5
_MANY: Final = 3.0
_LESS_KEPT: Final = 0.15
_MORE_UNKNOWN: Final = 0.2


def signs(source: Source) -> list[str]:
    """Return what to look at: volume, share kept, stories without a day, quotes of nobody; empty where all is usual.

    The bounds are wide on purpose: a brief that cries wolf each morning is not read. A first night has nothing to
    compare with and shows no sign.
    """
    usual = source.usual_documents or 0.0
    found = []
    if usual >= _ENOUGH and not source.documents:
        found.append("silent")
    elif usual >= _ENOUGH and source.documents < usual * _FEW:
        found.append("fewer documents than usual")
    elif usual >= _ENOUGH and source.documents > usual * _MANY:
        found.append("more documents than usual")
    if _moved(source.usual_kept, source.kept) > _LESS_KEPT:
        found.append("less of each page kept")
    if _moved(source.undated, source.usual_undated) > _MORE_UNKNOWN:
        found.append("more stories without a day")
    if _moved(source.unresolved, source.usual_unresolved) > _MORE_UNKNOWN:
        found.append("more speakers unresolved")
    return found


def _moved(larger: float | None, smaller: float | None) -> float:
    return 0.0 if larger is None or smaller is None else larger - smaller
