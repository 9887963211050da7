"""What a reader is given, and how it makes records: a document of bytes, a document of named fields, or a reject."""

import hashlib
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import BinaryIO, Final

from dateline.read.columns import Columns
from dateline.read.decoding import binary_kind, decode
from dateline.read.streams import Meter
from dateline.records import Format, RawDocument, Rejected, RejectReason


@dataclass(frozen=True, slots=True)
class PassedOver:
    """A record whose content is known already, so that it was not made a document."""

    uri: str


Record = RawDocument | Rejected | PassedOver
IsKnown = Callable[[str, str], bool]
"""Tells by URI and hash of the content whether a record is known as it is."""


def nothing_known(uri: str, content_sha256: str) -> bool:
    """Have every record read."""
    return False


_PAGE: Final = re.compile(r"\s*(?:<\?xml[^>]{0,200}>\s*)?<(?:!doctype\s+html|html)\b", re.IGNORECASE)
_TAG: Final = re.compile(
    r"</(?:p|div|h[1-6]|li|td|span|a|b|strong|em|i|article|section)>|<(?:br|p)\s*/?>", re.IGNORECASE
)
_LEAST_TAGS: Final = 2
_SURROGATE: Final = re.compile("[\ud800-\udfff]")


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """One file, or one member of an archive, while it is read; `limit` is the most bytes of one record."""

    uri: str
    stream: BinaryIO
    limit: int
    columns: Columns = field(default_factory=Columns)
    meter: Meter = field(default_factory=Meter)
    is_known: IsKnown = nothing_known

    def rejected(self, reason: RejectReason, detail: str, part: object = None) -> Rejected:
        """Set the file aside, or its record `part`."""
        return Rejected(uri=self._name(part), stage="ingest", reason=reason, detail=detail[:300])

    def too_large(self, part: object = None) -> Rejected:
        """Set aside what is over the limit."""
        return self.rejected("too_large", f"more than {self.limit} bytes", part)

    def document(
        self, data: bytes, format_: Format, *, part: object = None, charset: str | None = None, url: str | None = None
    ) -> Record:
        """Return the document that `data` holds, in the encoding that it seems to have."""
        if len(data) > self.limit:
            return self.too_large(part)
        if not data.strip():
            return self.rejected("empty", "nothing but white space", part)
        name = self._name(part)
        content = hashlib.sha256(b"\n".join((url.encode("utf-8", "replace"), data)) if url else data).hexdigest()
        if self.is_known(name, content):
            return PassedOver(name)
        decoded = decode(data, is_html=format_ == "html", declared=charset)
        if decoded is None:
            kind = binary_kind(data)
            detail = f"{kind} in what is called {format_}" if kind else "no encoding gives text"
            return self.rejected("undecodable", detail, part)
        if not decoded.text.strip():
            return self.rejected("empty", "nothing but white space", part)
        return RawDocument(
            uri=name,
            content_sha256=content,
            format="html" if format_ == "text" and _PAGE.match(decoded.text) else format_,
            encoding=decoded.encoding,
            raw=decoded.text,
            url=url,
        )

    def row(
        self, fields: Mapping[str, object], format_: Format, *, part: int, encoding: str, content: bytes | None = None
    ) -> Record:
        """Return the document of a record with named fields; `content` is what its version is the hash of."""
        text, title, published, url = (_first(fields, names) for names in self.columns.in_order)
        if text is None:
            names = ", ".join(list(fields)[:10])
            return self.rejected("malformed_record", f"no text among the fields {names}", part)
        if not text.strip():
            return self.rejected("empty", "the text field holds nothing but white space", part)
        if any("\x00" in value for value in (text, title, published, url) if value):
            return self.rejected("undecodable", "a field holds NULs", part)
        if len(text) > self.limit:
            return self.too_large(part)
        if content is None:
            content = "\x1f".join((text, title or "", published or "", url or "")).encode()
        name, version = self._name(part), hashlib.sha256(content).hexdigest()
        if self.is_known(name, version):
            return PassedOver(name)
        return RawDocument(
            uri=name,
            content_sha256=version,
            format="html" if is_markup(text) else format_,
            encoding=encoding,
            raw=text,
            title=title,
            published=published,
            url=url,
        )

    def _name(self, part: object) -> str:
        return self.uri if part is None else f"{self.uri}#{part}"


Reader = Callable[[Source], Iterator[Record]]


def is_markup(text: str) -> bool:
    """Tell whether a text field holds HTML rather than plain text."""
    if _PAGE.match(text):
        return True
    return len(_TAG.findall(text[:20_000])) >= _LEAST_TAGS


def _first(fields: Mapping[str, object], names: tuple[str, ...]) -> str | None:
    """The first of the fields that holds a string or a date; names are compared without case."""
    lowered = {str(key).strip().casefold(): value for key, value in fields.items()}
    return next((text for name in names if (text := _as_text(lowered.get(name.casefold()))) is not None), None)


def _as_text(value: object) -> str | None:
    if isinstance(value, date):  # a time stamp is one too
        return value.isoformat()
    if not isinstance(value, str):
        return None
    try:
        value.encode()
    except UnicodeEncodeError:  # JSON can spell half a character, which no file can hold
        return _SURROGATE.sub("?", value)
    return value
