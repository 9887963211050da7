"""RSS and Atom: each item is a record, numbered from 1.

A feed is cut into its items before any of it is parsed, so that memory is that of one item, a fault in one item
spoils no other, and a document type with its entities is never read at all.
"""

import html
import re
from collections.abc import Iterator
from html.entities import html5
from typing import BinaryIO, Final

from lxml import etree

from dateline.read.decoding import decode
from dateline.read.source import Record, Source
from dateline.read.streams import as_utf8, head_of, pieces

_ITEM: Final = re.compile(rb"<(?:[\w.-]+:)?(?:item|entry)(?=[\s>/])")
_ITEM_END: Final = re.compile(rb"</(?:[\w.-]+:)?(?:item|entry)\s*>")
_ROOT: Final = re.compile(rb"<(?:[\w.-]+:)?(?:rss|rdf|feed|channel)[\s>]", re.IGNORECASE)
_ENCODING: Final = re.compile(rb"<\?xml[^>]{0,200}?encoding\s*=\s*[\"']([\w.:-]{2,30})")
_LONGEST_END: Final = 64
_PREFIX: Final = re.compile(r"(?:</?|\s)([A-Za-z_][\w.-]*):[A-Za-z_]")
_CDATA: Final = re.compile(r"(<!\[CDATA\[.*?\]\]>)", re.DOTALL)
_AMPERSAND: Final = re.compile(r"&(?!(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][\w.-]*);)")
_ENTITY: Final = re.compile(r"&([A-Za-z]\w*);")
_OF_XML: Final = frozenset({"amp", "lt", "gt", "quot", "apos"})
_NO_XML: Final = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")

_TEXTS: Final = ("encoded", "full-text", "content", "description", "summary")
_DATES: Final = ("pubDate", "published", "issued", "date")
_FOREIGN: Final = frozenset({"media", "itunes", "slash", "wfw", "georss", "g"})
"""Prefixes of vocabularies that use the same names for parts of pictures and sounds."""


def read_feed(source: Source) -> Iterator[Record]:
    """Yield a record an item, with its title, day and link; its text may be HTML."""
    stream, wide = as_utf8(source.stream)
    head = head_of(stream)
    if not _ROOT.search(head):
        yield source.rejected("malformed_record", "neither an RSS nor an Atom feed")
        return
    named = _ENCODING.search(head)
    charset = named[1].decode("ascii") if named and not wide else None
    number = 0
    for piece, ended in _items(stream, source.limit):
        start = _ITEM.search(piece) if piece else None
        if piece and not start:
            continue
        number += 1
        if piece is None or start is None:
            yield source.too_large(number)
        elif not ended:
            yield source.rejected("unreadable", "the file ends within an item", number)
        else:
            yield _record(source, number, piece[start.start() :], charset)
    if number == 0:
        yield source.rejected("empty", "no items")


def _items(stream: BinaryIO, limit: int) -> Iterator[tuple[bytes | None, bool]]:
    """Yield what stands up to the end of each item, and what comes last; `None` stands for one that is too long."""
    pending = bytearray()
    searched, is_over = 0, False
    for data in pieces(stream):
        pending += data
        while end := _ITEM_END.search(pending, searched):
            yield (None if is_over else bytes(pending[: end.end()])), True
            del pending[: end.end()]
            searched, is_over = 0, False
        if len(pending) > limit + len(data):
            is_over = True
            del pending[:-_LONGEST_END]
        searched = max(0, len(pending) - _LONGEST_END)
    yield (None if is_over else bytes(pending)), False


def _record(source: Source, number: int, item: bytes, charset: str | None) -> Record:
    decoded = decode(item, declared=charset)
    if decoded is None:
        return source.rejected("undecodable", "no encoding gives text", number)
    try:
        element = _parsed(decoded.text)
    except etree.XMLSyntaxError as error:
        return source.rejected("malformed_record", f"no XML: {error}", number)
    fields = _fields(element)
    if not fields.get("text"):
        return source.rejected("empty", "the item holds no text", number)
    return source.row(fields, "rss", part=number, encoding=decoded.encoding, content=item)


def _parsed(item: str) -> etree._Element:
    """Return an item as an element, if need be with what feeds most often get wrong put right.

    Raises:
        etree.XMLSyntaxError: it is no XML all the same.
    """
    prefixes = sorted(set(_PREFIX.findall(item)) - {"xml", "xmlns"})
    names = "".join(f' xmlns:{prefix}="{prefix}"' for prefix in prefixes)
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, remove_comments=True)
    try:
        return etree.fromstring(f"<feed{names}>{item}</feed>", parser)[0]
    except etree.XMLSyntaxError:
        return etree.fromstring(f"<feed{names}>{_repaired(item)}</feed>", parser)[0]


def _repaired(item: str) -> str:
    """Bare ampersands, entities of HTML and characters that XML forbids, outside of what is quoted as a whole."""
    parts = _CDATA.split(_NO_XML.sub(" ", item))
    return "".join(part if part.startswith("<![CDATA[") else _with_known_entities(part) for part in parts)


def _with_known_entities(text: str) -> str:
    def known(match: re.Match[str]) -> str:
        name = match[1]
        return match[0] if name in _OF_XML or f"{name};" not in html5 else html.escape(html5[f"{name};"])

    return _ENTITY.sub(known, _AMPERSAND.sub("&amp;", text))


def _fields(item: etree._Element) -> dict[str, object]:
    """Return the parts of an item under the names of a record's parts."""
    parts: dict[str, list[etree._Element]] = {}
    for child in item:
        if isinstance(child.tag, str) and child.prefix not in _FOREIGN:
            parts.setdefault(etree.QName(child).localname, []).append(child)
    texts = (_content(child) for name in _TEXTS for child in parts.get(name, ()))
    dates = (_content(child) for name in _DATES for child in parts.get(name, ()))
    return {
        "text": next(filter(None, texts), None),
        "title": html.unescape(next(filter(None, map(_content, parts.get("title", ()))), "")) or None,
        "published": next(filter(None, dates), None),
        "url": _link(parts),
    }


def _content(element: etree._Element) -> str:
    if element.get("type") == "xhtml" and len(element):
        return str(etree.tostring(element[0], encoding="unicode", method="html", with_tail=False))
    return "".join(element.itertext()).strip()


def _link(parts: dict[str, list[etree._Element]]) -> str | None:
    for link in parts.get("link", ()):
        if link.get("href") and link.get("rel", "alternate") == "alternate":
            return str(link.get("href"))
        if link.text and link.text.strip():
            return str(link.text.strip())
    guid = next(iter(parts.get("guid", ())), None)
    return str(guid.text) if guid is not None and (guid.text or "").startswith("http") else None
