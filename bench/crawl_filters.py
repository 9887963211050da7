"""A peer for reading and cleaning: datatrove's reader, its extractor for HTML, and its filters of quality.

It reads the same files, judges each document as a whole (repetition, quality after Gopher and FineWeb) and writes those
that pass as JSON lines. It drops no line round a story in plain text and knows no title, day, agency or offset. Its
filter of languages is left out, as it would download a model; near-copies have a comparison of their own
(`bench.copies`).

Run as `python -m bench.crawl_filters LANDING FOLDER [WORKERS]`, where datatrove is installed (`make peers`).
"""

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final

from datatrove.executor import LocalPipelineExecutor
from datatrove.pipeline.extractors import Trafilatura
from datatrove.pipeline.filters import FineWebQualityFilter, GopherQualityFilter, GopherRepetitionFilter
from datatrove.pipeline.readers.base import BaseDiskReader
from datatrove.pipeline.writers import JsonlWriter

_SECONDS_A_PAGE: Final = 5


class Pages(BaseDiskReader):  # type: ignore[misc]
    """Reads each file as one document: none of the readers that come with datatrove does."""

    name = "Pages"

    def read_file(self, filepath: str) -> Iterator[Any]:
        """Yield the one document of a file."""
        with self.data_folder.open(filepath, "r", encoding="utf-8", errors="replace") as page:
            yield self.get_document_from_dict({"text": page.read()}, filepath, 0)


def main() -> None:
    """Filter the landing zone with as many tasks as workers."""
    landing, target, *rest = sys.argv[1:]
    workers, folder = int(rest[0]) if rest else 1, Path(target)
    filters = [GopherRepetitionFilter(), GopherQualityFilter(), FineWebQualityFilter()]
    steps = [*reading(Path(landing)), *filters, JsonlWriter(str(folder / "passed"))]
    LocalPipelineExecutor(steps, tasks=workers, workers=workers, logging_dir=str(folder / "logs")).run()


def reading(landing: Path) -> list[Any]:
    """Return the steps that read: the text of HTML is extracted, other text is taken as it is."""
    steps: list[Any] = []
    if any(landing.rglob("*.html")):
        steps += [Pages(str(landing), glob_pattern="**/*.html"), Trafilatura(timeout=_SECONDS_A_PAGE)]
    if any(landing.rglob("*.txt")):
        steps.append(Pages(str(landing), glob_pattern="**/*.txt"))
    return steps


if __name__ == "__main__":
    main()
