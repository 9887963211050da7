"""What is known of an outlet: lines that recur on its pages and are furniture there, even if they read like prose.

A profile is an input of cleaning like the rules: learnt by a command of its own (`profile_learning`), kept in a file
that people can read and correct (`profile_file`), and part of the version of each document that it speaks of.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from hashlib import sha256
from html import unescape
from pathlib import PurePosixPath
from typing import Final
from urllib.parse import urlsplit

from dateline.clean.blocks import Look
from dateline.clean.dateline import find_dateline
from dateline.clean.page import Page
from dateline.clean.text import fold_letters
from dateline.records import RawDocument

REASON: Final = "repeated"
"""Reason of the blocks that a profile drops; their rule is `profile:` and the outlet."""

_DIGITS: Final = re.compile(r"\d+")
_SUBDOMAIN: Final = re.compile(r"^(?:www\d?|m|amp)\.")
_HEAD: Final = 60_000
_OWN_ADDRESS: Final = re.compile(
    r"<(?:link|meta)\b[^>]{0,200}?(?:\brel=[\"']?canonical\b|\bproperty=[\"']?og:url\b)[^>]{0,2000}>", re.IGNORECASE
)
_ADDRESS: Final = re.compile(r"\b(?:href|content)=[\"']?(https?://[^\s\"'>]+)", re.IGNORECASE)
_RECORD: Final = re.compile(r"#\d+$")


@dataclass(frozen=True, slots=True, kw_only=True)
class RecurringLine:
    """A line of an outlet's pages: how it is compared, how one page prints it, and on how much it was learnt."""

    text: str
    example: str
    stories: int
    days: int


@dataclass(frozen=True, kw_only=True)
class OutletProfile:
    """The recurring lines of one outlet; `stories` is the number of different stories that were looked at."""

    outlet: str
    stories: int
    lines: Sequence[RecurringLine]

    @cached_property
    def texts(self) -> frozenset[str]:
        """The folded lines: all that cleaning looks at."""
        return frozenset(line.text for line in self.lines)

    @cached_property
    def version(self) -> str:
        """Digest of what cleaning looks at, so that new counts alone make no new version."""
        return sha256("\n".join([self.outlet, *sorted(self.texts)]).encode("utf-8", "surrogatepass")).hexdigest()[:12]


@dataclass(frozen=True, kw_only=True)
class Profiles:
    """The profiles of all outlets, by outlet."""

    outlets: Mapping[str, OutletProfile] = field(default_factory=dict)

    @cached_property
    def version(self) -> str:
        """Digest over all outlets; empty where there is no profile at all."""
        versions = [self.outlets[outlet].version for outlet in sorted(self.outlets)]
        return sha256("\n".join(versions).encode()).hexdigest()[:12] if versions else ""

    def of(self, raw: RawDocument) -> OutletProfile | None:
        """Return the profile of the outlet that `raw` was found at, if there is one."""
        return self.outlets.get(outlet_of(raw)) if self.outlets else None


def outlet_of(raw: RawDocument) -> str:
    """Return where a document was found, as far as that is known before it is cleaned.

    In this order: the host of the link that its container states (a crawl, a feed, a column), the host of the address
    that an HTML page states of itself, the first folder of its URI, the container in the landing zone's root. Files
    that lie there by themselves are taken for one outlet, `.`: who crawls one site need not make a folder for it.
    """
    for address in (raw.url, _own_address(raw)):
        if host := _host(address):
            return host
    path = PurePosixPath(_RECORD.sub("", raw.uri))
    return path.parts[0].removesuffix("!") if len(path.parts) > 1 or path.name != raw.uri else "."


def _host(address: str | None) -> str:
    try:
        host = urlsplit(address if address and "//" in address else f"//{address or ''}").hostname
    except ValueError:  # what a page gives for its address need not be one
        return ""
    return _SUBDOMAIN.sub("", (host or "").casefold())


def _own_address(raw: RawDocument) -> str | None:
    if raw.format != "html":
        return None
    for element in _OWN_ADDRESS.finditer(raw.raw, 0, _HEAD):
        if address := _ADDRESS.search(element[0]):
            return unescape(address[1])
    return None


def fold_line(text: str) -> str:
    """Return a line as lines are compared: without case, each number as 0, white space evened."""
    return " ".join(_DIGITS.sub("0", text.casefold()).split())


def set_aside(page: Page, profile: OutletProfile | None) -> list[Look]:
    """Take the lines that recur at the outlet out of `page` and return them, each with its reason.

    The page is then laid out as if they had never been printed. A headline, the paragraph of the dateline and lines
    that the rules have marked already stay where they are.
    """
    if profile is None:
        return []
    headlines = {fold_letters(title) for title in (page.raw.title, *page.facts.headlines) if title}
    stay: list[Look] = []
    aside: list[Look] = []
    for look in page.looks:
        recurs = not look.reason and look.line.heading != 1 and fold_line(look.text) in profile.texts
        if recurs and fold_letters(look.text) not in headlines and find_dateline(look.text) is None:
            look.drop(REASON, f"profile:{profile.outlet}")
            aside.append(look)
        else:
            stay.append(look)
    page.looks = stay
    return aside
