"""From bytes to text: byte order mark, UTF-8, declared encoding, detection, and repair of what was decoded wrongly."""

import codecs
import re
from dataclasses import dataclass
from typing import Final

from ftfy import fix_encoding

_MARKS: Final = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_META: Final = re.compile(
    rb"<(?:meta|\?xml)[^>]{0,200}?(?:charset|encoding)\s*=\s*[\"']?\s*([\w-]{2,30})", re.IGNORECASE
)
_HEAD: Final = 4096
_LEAST_SAMPLE: Final = 8
_SAMPLE: Final = 64_000
_MOJIBAKE: Final = re.compile(
    "[\u0080-\u009f]|[ÃÂÐÑâ€][\u0080-\u00bf\u2010-\u203aŠŒŽšœžŸˆ˜–—‘’“”„†‡•…‰‹›€™]|Ã|вЂ|"
    "Р[ ЎўЈ¤Ґ¦§Ё©Є«¬®Ї°±Ііґµ¶·ё№є»јЅѕї]"
)
_CONTROL: Final = re.compile("[\x00-\x08\x0e-\x1a]")
_MOST_CONTROL: Final = 0.02
_BINARY: Final = {
    b"%PDF-": "PDF",
    b"PK\x03\x04": "ZIP",
    b"\x1f\x8b\x08": "gzip",
    b"\x28\xb5\x2f\xfd": "zstd",
    b"\x89PNG": "PNG",
    b"\xff\xd8\xff": "JPEG",
    b"GIF8": "GIF",
    b"\xd0\xcf\x11\xe0": "OLE",
    b"{\\rtf": "RTF",
    b"PAR1": "Parquet",
    b"\x7fELF": "ELF",
}
_SAME: Final = {"iso-8859-1": "cp1252", "latin-1": "cp1252", "latin1": "cp1252", "us-ascii": "cp1252"}
"""Encodings that a page names and browsers, by the standard, read as another."""


@dataclass(frozen=True, slots=True)
class Decoded:
    """Text and the encoding that gave it."""

    text: str
    encoding: str


def decode(data: bytes, *, is_html: bool = False, declared: str | None = None) -> Decoded | None:
    """Return the text of `data`, with mojibake repaired and nothing else changed; None for binary content.

    Args:
        data: A whole record.
        is_html: The text may name its own encoding, as HTML and XML do.
        declared: The encoding that the container names. UTF-8 goes before it: what reads as UTF-8 is UTF-8.
    """
    if binary_kind(data):
        return None
    found = (
        _by_mark(data)
        or _utf16_without_mark(data)
        or _try(data, "utf-8")
        or _declared(data, declared)
        or _declared(data, _named_inside(data) if is_html else None)
        or _detected(data)
    )
    if found is None or _looks_binary(found.text):
        return None
    if found.text.isascii() or not _MOJIBAKE.search(found.text):
        return found
    return Decoded(fix_encoding(found.text), found.encoding)


def binary_kind(data: bytes) -> str | None:
    """Return which well-known kind of file that is no text begins so."""
    return next((kind for mark, kind in _BINARY.items() if data.startswith(mark)), None)


def wide_encoding(head: bytes) -> str | None:
    """Return which encoding of two or four bytes a character the text that begins with `head` is in, if any."""
    marked = next((encoding for mark, encoding in _MARKS if head.startswith(mark)), None)
    if marked:
        return None if marked == "utf-8-sig" else marked
    found = _utf16_without_mark(head[: len(head) // 2 * 2])
    return found.encoding if found else None


def _try(data: bytes, encoding: str) -> Decoded | None:
    try:
        return Decoded(data.decode(encoding), encoding.removesuffix("-sig"))
    except (UnicodeError, LookupError):  # also the codecs that make no text, and names that are none
        return None


def _by_mark(data: bytes) -> Decoded | None:
    encoding = next((name for mark, name in _MARKS if data.startswith(mark)), None)
    return _try(data, encoding) if encoding else None


def _named_inside(data: bytes) -> str | None:
    match = _META.search(data[:_HEAD])
    return match[1].decode("ascii", "replace") if match else None


def _declared(data: bytes, name: str | None) -> Decoded | None:
    if not name:
        return None
    known = name.strip(" \t\"'").casefold()
    return _try(data, _SAME.get(known, known)) if known.isprintable() else None


def _utf16_without_mark(data: bytes) -> Decoded | None:
    """UTF-16 of Latin or Cyrillic text without a mark."""
    sample = data[:_HEAD]
    if len(sample) < _LEAST_SAMPLE or len(data) % 2 or not sample.count(0):
        return None
    for at, encoding in ((1, "utf-16-le"), (0, "utf-16-be")):
        high, low = sample[at::2], sample[1 - at :: 2]
        # Latin and Cyrillic letters, digits and spaces all have a high byte of 0 or 4, and hardly a low one of 0
        if high.count(0) + high.count(4) > 0.95 * len(high) and low.count(0) < 0.05 * len(low):
            return _try(data, encoding)
    return None


def _detected(data: bytes) -> Decoded | None:
    if data[:_SAMPLE].count(0):
        return None
    broken = data.decode("utf-8", "replace")
    if broken.count("\ufffd") * 200 < len(broken):  # UTF-8 with a few damaged bytes
        return Decoded(broken, "utf-8")
    from charset_normalizer import from_bytes  # noqa: PLC0415 - a third of a second to import, rarely needed

    best = from_bytes(data[:_SAMPLE]).best()
    if best is None:
        return None
    return _try(data, best.encoding) or Decoded(data.decode(best.encoding, "replace"), best.encoding)


def _looks_binary(text: str) -> bool:
    """NULs or many control characters: no text, whatever decoded it."""
    sample = text[:_SAMPLE]
    return "\x00" in text or len(_CONTROL.findall(sample)) > _MOST_CONTROL * max(len(sample), 50)
