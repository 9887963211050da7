"""Markdown without its marks: headings, emphasis, links, lists and rules become plain lines with their offsets."""

import re
from typing import Final

from dateline.clean.text import Line, Mapped, join_pieces

_HEADING: Final = re.compile(r"(#{1,6})\s+(.*?)\s*#*$")
_BULLET: Final = re.compile(r"(?:[-*+•]|\d{1,2}[.)])\s+")
_QUOTE: Final = re.compile(r"(?:>\s?)+")
_RULE: Final = re.compile(r"[-*_=\s]{3,}")
_MARK: Final = re.compile(
    r"(?P<image>!\[[^\]]{0,1000}\]\([^)]{0,2000}\))"
    r"|\[(?P<label>[^\[\]]+)\]\((?P<target>[^()\s]*(?:\([^()]*\))?[^()\s]*)(?:\s+\"[^\"]*\")?\)"
    r"|(?P<strong>\*\*\*|\*\*|__)"
    r"|(?P<code>`+)"
    r"|(?<![\w*])(?P<open>[*_])(?=[^\s*_])|(?<=[^\s*_])(?P<close>[*_])(?![\w*])"
    r"|\\(?P<escaped>[*_#\[\]()\\`>.!-])"
)
_LOOKS_LIKE: Final = re.compile(r"^#{1,6} \S|^\*\*\S.*\S\*\*$|\[[^\]\n]+\]\((?:https?|/|mailto)[^)\n]*\)", re.MULTILINE)


def looks_like_markdown(raw: str) -> bool:
    """Tell whether a text file holds Markdown after all: a heading, a bold line or a link."""
    return "#" in raw[:5000] or "**" in raw or ("](" in raw and _LOOKS_LIKE.search(raw) is not None)


def strip_marks(line: Line) -> Line:
    """Return the line without its marks; a rule or an image alone is left to be dropped as markup."""
    text = line.text.text
    if _RULE.fullmatch(text):
        line.markup = "markup"
        return line
    start = match.end() if (match := _QUOTE.match(text)) else 0
    if start == len(text):
        line.markup = "markup"
        return line
    if match := _HEADING.fullmatch(text, start):
        line.heading = len(match[1])
        start = match.start(2)
        line.text = line.text.cut(start, match.end(2))
    elif match := _BULLET.match(text, start):
        if match[0][0].isdigit():
            return line
        line.bullet = True
        line.text = line.text.cut(match.end())
    elif start:
        line.text = line.text.cut(start)
    return _strip_inline(line)


def _strip_inline(line: Line) -> Line:
    text = line.text.text
    pieces: list[Mapped] = []
    at = linked = 0
    for match in _MARK.finditer(text):
        pieces.append(line.text.cut_raw(at, match.start()))
        at = match.end()
        kept = "label" if match["label"] else "escaped" if match["escaped"] else None
        if kept:
            pieces.append(line.text.cut_raw(match.start(kept), match.end(kept)))
            linked += len(match["label"] or "")
    if not pieces:
        return line
    pieces.append(line.text.cut_raw(at, len(text)))
    stripped = join_pieces((piece.text[a:b], raw_a, raw_b) for piece in pieces for a, b, raw_a, raw_b in piece.segments)
    if not stripped.text:
        line.markup = "markup"
        return line
    line.links = linked / len(stripped.text)
    line.text = stripped
    return line
