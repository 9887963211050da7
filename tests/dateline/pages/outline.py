"""Reads a page as somebody does who does not see it: elements, headings, words, and whether what opens is closed."""

from html.parser import HTMLParser
from importlib.resources import files

STYLE = (files("dateline.pages") / "templates" / "style.css").read_text()
"""The style that all pages share."""

HOSTILE = (
    "</script></style></title><img src=x onerror=alert(1)>\" onload='x' {{ 7*7 }}"
    " <!-- ]]> &amp; [a](javascript:x)\u202e\x07"
)
"""A text that asks a page for all it must not do."""


class Outline(HTMLParser):
    """Elements of a page as (name, attributes), its headings as levels, and whether what is opened is closed."""

    VOID = frozenset({"meta", "link", "br", "img"})

    def __init__(self, text: str) -> None:
        super().__init__()
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.words: list[str] = []
        self._open: list[str] = []
        self.feed(text)
        self.close()
        assert self._open == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))
        if tag not in self.VOID:
            self._open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))

    def handle_endtag(self, tag: str) -> None:
        assert self._open.pop() == tag

    def handle_data(self, data: str) -> None:
        if "style" not in self._open:
            self.words.append(data)

    def all(self, name: str) -> list[dict[str, str | None]]:
        return [attributes for tag, attributes in self.elements if tag == name]
