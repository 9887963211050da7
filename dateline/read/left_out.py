"""What a container holds beside documents: told once a container, since nothing is dropped in silence."""

from collections import Counter
from collections.abc import Iterator
from typing import Final

from dateline.read.source import Source
from dateline.records import Rejected

_MOST_KINDS: Final = 12


def tell(source: Source, kinds: Counter[str]) -> Iterator[Rejected]:
    """Yield one reject of the whole container with the number of parts of each kind that is no document."""
    if not kinds:
        return
    most = sorted(kinds.items(), key=lambda item: (-item[1], item[0]))[:_MOST_KINDS]
    told = ", ".join(f"{count} of {kind}" for kind, count in most)
    yield source.rejected("unreadable", f"{kinds.total()} parts that no reader knows: {told}")
