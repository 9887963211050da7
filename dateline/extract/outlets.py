"""The outlet of a story that its own text names: "the minister told The Steppe Courier"."""

import re

from dateline.extract.chart import Chart, Chunk
from dateline.lexicon.bodies import Body
from dateline.records import Document

_NAME = re.compile(r"(?:The\s)?[A-Z][\w.-]*(?:\s[A-Z][\w.-]*){0,4}")
_NO_OUTLET = re.compile(r"(?i:press service|press office|ministry|embassy|council|government|secretariat|office)")
_SHORTEST = 4
"""Letters of a name: shorter ones are acronyms, which stand for other things too."""


def mark_outlets(chart: Chart, document: Document) -> None:
    """Rewrite the names of the story's agency and outlet in its text to chunks of kind `M`."""
    for name in {document.agency, document.outlet} - {None}:
        if name and len(name) >= _SHORTEST and _NAME.fullmatch(name) and not _NO_OUTLET.search(name):
            _mark(chart, name)


def _mark(chart: Chart, name: str) -> None:
    bare = name.removeprefix("The ")
    body = Body(name, "media", name, name)
    for match in reversed(list(re.finditer(rf"\b(?:The\s)?{re.escape(bare)}\b(?![-\w])", chart.text))):
        inside = [at for at, chunk in enumerate(chart.chunks) if match.start() <= chunk.start < match.end()]
        chunks = [chart.chunks[at] for at in inside]
        is_whole = chunks and chunks[0].start == match.start() and chunks[-1].end == match.end()
        if is_whole and all(chunk.kind in "NYSHItpw" for chunk in chunks):
            chart.replace(inside[0], inside[-1] + 1, Chunk("M", *match.span(), word=bare.casefold(), body=body))
