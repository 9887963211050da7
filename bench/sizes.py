"""How much the suite measures: all sizes follow from one number of documents."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from bench.machine import yardstick
from bench.whole_night import Zone, make_zone


@dataclass(frozen=True, kw_only=True)
class Sizes:
    """How much is measured, and where it is made. All sizes follow from `documents`."""

    scratch: Path
    documents: int
    sampled: int = 0
    workers: Sequence[int] = (1, 2)
    rounds: int = 1
    texts: Path | None = None

    @cached_property
    def zone(self) -> Zone:
        """The landing zone, made when the first part asks for it."""
        return make_zone(self.scratch / "zone", documents=self.documents, texts=self.texts)

    @cached_property
    def yardstick(self) -> float:
        """Seconds of the machine's yardstick."""
        return yardstick()

    @property
    def warehouses(self) -> list[int]:
        """Documents of the warehouses that growth is measured over: from a thousand to ten times `documents`.

        >>> Sizes(scratch=Path(), documents=10_000).warehouses
        [1000, 10000, 100000]
        """
        last = 10 * self.documents
        return sorted({min(1_000, last // 10), *(size for size in (10_000, 100_000) if size < last), last})

    @property
    def known(self) -> int:
        """Documents that a night with nothing new knows."""
        return 10 * self.documents

    @property
    def mentions(self) -> int:
        """Mentions that are loaded in one go."""
        return 500 * self.documents
