"""The tags of an HTML page and the text between them, found in one pass that takes time in proportion to the page.

Browsers repair what is not well-formed, and so does this: a stray `<` is text, a comment or a quotation mark that is
never closed ends at the next `>`. A page cannot make the pass look through its rest again and again.
"""

import html
import re
from collections.abc import Iterator
from typing import Final, Literal, NamedTuple

from dateline.clean import limits

_NAME: Final = r"[a-zA-Z][^\s/>\x00]*+"
_SOUND_TAG: Final = re.compile(rf"""<({_NAME})(?>[^>"'=]++|=\s*+(?>"[^"]*"|'[^']*'|)|["'])*+>""")
_ANY_TAG: Final = re.compile(rf"<({_NAME})[^>]*+>")
_END_TAG: Final = re.compile(rf"</({_NAME})[^>]*+>")
_ATTRIBUTE: Final = re.compile(r"""([^\s/>=][^\s/>=]*+)(?:\s*+=\s*+(?:"([^"]*+)"|'([^']*+)'|([^\s>]*+)))?""")
_RAW_ENDS: Final = {
    name: re.compile(rf"</{name}(?=[\s/>])", re.IGNORECASE)
    for name in ("script", "style", "textarea", "xmp", "iframe", "noembed", "noframes")
}
_MOST_UNSOUND: Final = 50
"""Tags with quotation marks that are never closed, after which quotation marks are not believed."""


class Token(NamedTuple):
    """A tag or a run of text: characters `start` to `end` of the page; a text has no name."""

    kind: Literal["text", "raw", "open", "close"]
    """`raw` is the content of a script or a style sheet."""
    name: str
    start: int
    end: int


def tokens(source: str) -> Iterator[Token]:
    """Yield the tags and texts of a page in order; comments and declarations are left out."""
    scanner = _Scanner(source)
    at = text_from = 0
    while (at := source.find("<", at)) >= 0:
        token, end = scanner.markup_at(at)
        if end == at:  # a sign that opens nothing
            at += 1
            continue
        if text_from < at:
            yield Token("text", "", text_from, at)
        at = end
        if token:
            yield token
            if token.kind == "open" and (close := _RAW_ENDS.get(token.name)) and source[end - 2] != "/":
                at = scanner.raw_end(token.name, close, end)
                yield Token("raw", token.name, end, at)
        text_from = at
    if text_from < len(source):
        yield Token("text", "", text_from, len(source))


def attributes(source: str, tag: Token) -> dict[str, str]:
    """Return the attributes of an opening tag by name, in small letters, character references resolved.

    Raises:
        OverLimit: the tag has more of them than `limits` allow.
    """
    found: dict[str, str] = {}
    for number, match in enumerate(_ATTRIBUTE.finditer(source, tag.start + 1 + len(tag.name), tag.end - 1)):
        limits.check(number, limits.MOST_ATTRIBUTES, "attributes in a tag")
        value = match[match.lastindex] if match.lastindex and match.lastindex > 1 else ""
        found.setdefault(match[1].lower(), html.unescape(value) if "&" in value else value)
    return found


class _Scanner:
    """Tells what a `<` opens; remembers what the rest of the page does not hold, to look for it once only."""

    def __init__(self, source: str) -> None:
        self._source = source
        self._last: dict[str, int] = {}
        self._unclosed: set[str] = set()
        self._n_unsound = 0

    def markup_at(self, at: int) -> tuple[Token | None, int]:
        """Return the tag that opens at `at`, if any, and where the markup ends: at `at` itself if it is mere text."""
        second = self._source[at + 1 : at + 2]
        if second.isascii() and second.isalpha():
            return self._opening_tag(at)
        if second == "/":
            if match := _END_TAG.match(self._source, at) if self._holds(">", at) else None:
                return Token("close", match[1].lower(), at, match.end()), match.end()
            return None, self._after(">", at) if self._source[at + 2 : at + 3].isprintable() else at
        if second in ("!", "?") and second:
            return None, self._declaration(at)
        return None, at

    def _opening_tag(self, at: int) -> tuple[Token | None, int]:
        if not self._holds(">", at):
            return None, at
        match = _SOUND_TAG.match(self._source, at) if self._n_unsound < _MOST_UNSOUND else None
        if match is None:
            self._n_unsound += 1
            match = _ANY_TAG.match(self._source, at)
        return (Token("open", match[1].lower(), at, match.end()), match.end()) if match else (None, at)

    def _declaration(self, at: int) -> int:
        for opening, closing in (("<!--", "-->"), ("<![CDATA[", "]]>")):
            if self._source.startswith(opening, at) and self._holds(closing, at + 2):
                return self._after(closing, at + 2)
        return self._after(">", at)

    def _after(self, sign: str, at: int) -> int:
        found = self._source.find(sign, at) if self._holds(sign, at) else -1
        return found + len(sign) if found >= 0 else at

    def _holds(self, sign: str, at: int) -> bool:
        if sign not in self._last:
            self._last[sign] = self._source.rfind(sign)
        return self._last[sign] >= at

    def raw_end(self, name: str, close: re.Pattern[str], at: int) -> int:
        """Return where the content of a script or style sheet ends; one that is never closed has none."""
        match = close.search(self._source, at) if name not in self._unclosed else None
        if match is None:
            self._unclosed.add(name)
        return match.start() if match else at
