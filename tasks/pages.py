"""The morning brief and the data quality page of what was published, beside the warehouse.

No Prefect here: a night with nothing to do may have pages to write, and needs no engine.
"""

import logging
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Final

from tasks.brief import PAGE as BRIEF
from tasks.brief import write_brief
from tasks.outcome import Concern, RunReport
from tasks.quality import PAGE as QUALITY
from tasks.quality import write_quality
from warehouse.connection import PUBLISHED

logger = logging.getLogger(__name__)

PAGES: Final = {"Morning brief": BRIEF, "Data quality": QUALITY}
"""Title of a page -> its file in the data directory."""


def with_pages(report: RunReport, pages_url: str | None) -> RunReport:
    """Write the run's pages, and return the report with the links to them.

    The warehouse has been published by then. A page that fails, for whatever reason, is a warning: the page of the run
    before stays, and so does the night.

    Args:
        report: What the run came to.
        pages_url: Address below which the data directory's pages are served; without it links are file URIs.
    """
    pages: dict[str, str] = {}
    warnings = list(report.warnings)
    data = report.warehouse.parent
    for title, write in _pages_of(report):
        try:
            pages[title] = link_to(write(data), pages_url)
        except Exception as error:
            logger.warning("no page %s: %s: %s", title, type(error).__name__, error, exc_info=True)
            warnings.append(_concern(title, error))
    return replace(report, pages=pages, warnings=tuple(warnings))


def are_behind(data: Path) -> bool:
    """Return whether what is published is younger than the brief: a run died before it wrote its pages."""
    brief, published = data / BRIEF, data / PUBLISHED
    return published.exists() and not (brief.exists() and brief.stat().st_mtime >= published.stat().st_mtime)


def link_to(page: Path, pages_url: str | None) -> str:
    """Return the address of a page of the data directory."""
    return f"{pages_url.rstrip('/')}/{page.name}" if pages_url else page.resolve().as_uri()


def _pages_of(report: RunReport) -> Iterator[tuple[str, Callable[[Path], Path]]]:
    if report.state != "withheld":
        yield "Morning brief", write_brief
    yield "Data quality", write_quality  # of a run that was withheld, it shows the rows that failed


def _concern(title: str, error: Exception) -> Concern:
    return Concern(
        table=title,
        rule="the page could not be written",
        observed=f"{type(error).__name__}: {error}",
        unexpected_count=0,
        means="The page of the run before stays; the warehouse is not touched by it.",
    )
