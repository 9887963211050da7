"""An HTML page as lines that point into the page's source, and the metadata that it states."""

import html
import json
import re
from collections import Counter
from dataclasses import dataclass, field
from html.parser import HTMLParser
from itertools import accumulate
from typing import Any, Final

from dateline.clean.text import Line, join_lines, join_pieces, normalise

_BLOCK_TAGS: Final = (
    "address article aside blockquote body button caption center dd details dialog dir div dl dt fieldset figcaption "
    "figure footer form frameset h1 h2 h3 h4 h5 h6 head header hr html iframe legend li main menu nav ol option p pre "
    "section select summary table tbody td tfoot th thead title tr ul video audio"
)
_UNSEEN_TAGS: Final = "script style noscript template svg iframe textarea object canvas math select"
_VOID_TAGS: Final = "area base br col embed hr img input link meta param source track wbr"
_BLOCK: Final = frozenset(_BLOCK_TAGS.split())
_UNSEEN: Final = frozenset(_UNSEEN_TAGS.split())
_VOID: Final = frozenset(_VOID_TAGS.split())
_NAMING: Final = ("class", "id", "itemprop", "role")
_DATE_NAMES: Final = frozenset(
    (
        "article:published_time",
        "og:published_time",
        "datepublished",
        "pubdate",
        "publishdate",
        "publication_date",
        "parsely-pub-date",
        "sailthru.date",
        "dc.date",
        "dc.date.issued",
        "date",
    )
)
_DEEPEST: Final = 400
_LONGEST_CELL: Final = 80


@dataclass(slots=True)
class PageFacts:
    """What the head of a page states about the article."""

    page_title: str = ""
    """The content of `<title>`: the headline, and often the name of the site."""
    headlines: list[str] = field(default_factory=list)
    published: list[str] = field(default_factory=list)
    site: str | None = None
    url: str | None = None
    language: str | None = None


@dataclass(slots=True)
class Page:
    """The visible lines of a page, in source order, and its metadata."""

    lines: list[Line]
    facts: PageFacts


def read_page(source: str) -> Page:
    """Split a page's source into visible lines with offsets; never raises on malformed HTML."""
    reader = _Reader(source)
    reader.feed(source)
    reader.close()
    reader.flush()
    return Page(_with_rows(reader.lines), reader.facts)


def _with_rows(lines: list[Line]) -> list[Line]:
    """Put the cells of each row of a data table on one line; tables that lay out a page stay as they are."""
    cells = Counter(row for line in lines if (row := _row_of(line)))
    whole = {row for row, count in cells.items() if count > 1}
    whole -= {row for line in lines if len(line.text.text) > _LONGEST_CELL for row in line.path if row in whole}
    joined: list[Line] = []
    for line in lines:
        row = _row_of(line)
        if row in whole and joined and _row_of(joined[-1]) == row:
            joined[-1] = join_lines(joined[-1], line)
        else:
            joined.append(line)
    return joined


def _row_of(line: Line) -> int | None:
    """Return the number of the table row, for text that stands directly in a cell."""
    tags = [tag.partition(" ")[0] for tag in line.tags]
    at = next((i for i in range(len(tags) - 1, 0, -1) if tags[i] in _BLOCK), 0)
    return line.path[at - 1] if tags[at : at + 1] and tags[at] in ("td", "th") and tags[at - 1] == "tr" else None


class _Reader(HTMLParser):
    """Collects text by block; positions are characters of the source."""

    def __init__(self, source: str) -> None:
        super().__init__(convert_charrefs=False)
        self.source = source
        self.starts = [0, *accumulate(len(line) for line in source.split("\n") for line in (line + "\n",))]
        self.lines: list[Line] = []
        self.facts = PageFacts()
        self.stack: list[tuple[str, str, int]] = []
        self.opened = 0
        self.pieces: list[tuple[str, int, int]] = []
        self.around: list[tuple[str, str, int]] = []
        self.linked = 0
        self.in_link = 0
        self.unseen: str | None = None
        self.json_ld: bool = False
        self.gap = True

    def _at(self) -> int:
        line, column = self.getpos()
        return self.starts[line - 1] + column

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = {name: value or "" for name, value in attrs}
        self._note_facts(tag, values)
        if tag in _BLOCK:
            self.flush()
        elif tag == "br":
            self.flush(gap=False)
        if tag in _VOID:
            return
        if tag in _UNSEEN and self.unseen is None:
            self.unseen = tag
        if tag == "a":
            self.in_link += 1
        if len(self.stack) < _DEEPEST:
            names = " ".join(values[key] for key in _NAMING if values.get(key))
            self.opened += 1
            self.stack.append((tag, names, self.opened))

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)
        if tag not in _VOID:
            self.handle_endtag(tag)

    def handle_endtag(self, tag: str) -> None:
        if tag in _BLOCK:
            self.flush()
        if tag == self.unseen:
            self.unseen, self.json_ld = None, False
        if tag == "a":
            self.in_link = max(0, self.in_link - 1)
        for depth in range(len(self.stack) - 1, -1, -1):
            if self.stack[depth][0] == tag:
                del self.stack[depth:]
                return

    def handle_data(self, data: str) -> None:
        start = self._at()
        if self.json_ld:
            self._note_json_ld(data)
        if self.unseen is not None or not data:
            return
        self._add(start, start + len(data))

    def handle_entityref(self, name: str) -> None:
        self._reference(f"&{name}")

    def handle_charref(self, name: str) -> None:
        self._reference(f"&#{name}")

    def _reference(self, reference: str) -> None:
        start = self._at()
        end = start + len(reference)
        end += self.source[end : end + 1] == ";"
        if self.unseen is None:
            text = html.unescape(self.source[start:end])
            self.pieces.append((" " if text.isspace() else text.replace("\u00ad", ""), start, end))

    def _add(self, start: int, end: int) -> None:
        text = self.source[start:end]
        if text.isspace():
            self.pieces.append((" ", start, end))
            return
        mapped = normalise(self.source, start, end)
        if not self.around:
            self.around = list(self.stack)
        if text[0].isspace():
            self.pieces.append((" ", start, start + 1))
        self.pieces.extend((mapped.text[a:b], raw_a, raw_b) for a, b, raw_a, raw_b in mapped.segments)
        if text[-1].isspace() and mapped.segments:
            self.pieces.append((" ", mapped.raw_span[1], end))
        if self.in_link:
            self.linked += len(mapped.text)

    def flush(self, *, gap: bool = True) -> None:
        """End the current line."""
        text = join_pieces(p for p in self.pieces if p[0])
        if text.text:
            start, end = text.raw_span
            line = Line(text, start, end, gap=self.gap, links=self.linked / len(text.text))
            if any(tag == "title" for tag, _, _ in self.around):
                self.facts.page_title = self.facts.page_title or text.text
            around = self.around or self.stack
            line.tags = tuple(f"{tag} {names}".strip() for tag, names, _ in around)
            line.path = tuple(number for _, _, number in around)
            line.heading = next((int(t[1]) for t, _, _ in reversed(self.around) if re.fullmatch("h[1-6]", t)), 0)
            self.lines.append(line)
            self.gap = gap
        else:
            self.gap = self.gap or gap
        self.pieces, self.linked, self.around = [], 0, []

    def _note_facts(self, tag: str, values: dict[str, str]) -> None:
        if tag == "meta":
            self._note_meta(
                (values.get("property") or values.get("name") or values.get("itemprop") or "").casefold(),
                values.get("content", ""),
            )
        elif tag == "time" and values.get("datetime"):
            self.facts.published.append(values["datetime"])
        elif tag == "link" and values.get("rel") == "canonical":
            self.facts.url = values.get("href") or self.facts.url
        elif tag == "html":
            self.facts.language = values.get("lang") or None
        elif tag == "script" and "ld+json" in values.get("type", ""):
            self.json_ld = True

    def _note_meta(self, name: str, content: str) -> None:
        if not content:
            return
        if name in _DATE_NAMES:
            self.facts.published.insert(0, content)
        elif name in {"og:title", "twitter:title", "dc.title", "headline"}:
            self.facts.headlines.append(content)
        elif name in {"og:site_name", "application-name", "publisher", "dc.publisher"}:
            self.facts.site = self.facts.site or content
        elif name == "og:url":
            self.facts.url = self.facts.url or content

    def _note_json_ld(self, data: str) -> None:
        try:
            self._walk(json.loads(data), 0)
        except (ValueError, RecursionError):
            return  # many sites print invalid JSON here; the page is read without it

    def _walk(self, node: Any, depth: int) -> None:
        if depth > 6:
            return
        for item in node if isinstance(node, list) else [node]:
            if not isinstance(item, dict):
                continue
            self._walk(item.get("@graph"), depth + 1)
            if "Article" in str(item.get("@type")) or "Posting" in str(item.get("@type")):
                self._note_article(item)

    def _note_article(self, item: dict[str, Any]) -> None:
        if isinstance(headline := item.get("headline"), str):
            self.facts.headlines.insert(0, html.unescape(headline))
        if isinstance(day := item.get("datePublished"), str):
            self.facts.published.insert(0, day)
        publisher = item.get("publisher")
        if isinstance(publisher, dict) and isinstance(name := publisher.get("name"), str):
            self.facts.site = name
