"""What a page states about its article outside the text: JSON-LD, OpenGraph and other `<meta>`, `<time>`, `<link>`."""

import html
import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any, Final
from urllib.parse import urljoin, urlsplit

from dateline.clean.text import fold_letters

_DATE_NAMES: Final = (
    ("article:published_time", "article:published", "og:article:published_time", "og:published_time"),
    (
        "datepublished", "pubdate", "publishdate", "publish-date", "publish_date", "published_date", "publication_date",
        "publicationdate", "published_time_telegram", "parsely-pub-date", "sailthru.date",
        "cxenseparse:recs:publishtime",
        "originalpublicationdate", "article_date_original", "datecreated", "date_published",
        "citation_publication_date", "article.published", "published-date", "bt:pubdate", "dcterms.issued",
        "dcterms.created", "dc.date.issued", "dc.date.created", "dc.created", "dcsext.articlefirstpublished", "ptime",
    ),
    ("dc.date", "dcterms.date", "dc:date", "dcterms:date", "date", "article.created", "timestamp"),
)  # fmt: skip
_DATE_RANKS: Final = {name: rank for rank, names in enumerate(_DATE_NAMES, start=1) for name in names}
_ITEM_RANK: Final = 2
_TIME_RANK: Final = 4
_TITLES: Final = frozenset(
    {"og:title", "twitter:title", "dc.title", "dcterms.title", "sailthru.title", "parsely-title"}
)
_SITES: Final = frozenset({"publisher", "dc.publisher", "dcterms.publisher", "citation_journal_title"})
_ARTICLE: Final = re.compile(r"Article|Posting|NewsReport|^Report$")
_PUBLISHED_CLASS: Final = re.compile(
    r"\b(?:pubdate|published|entry-date|post-date|date-?published|article-?date)\b", re.IGNORECASE
)
_NESTS: Final = ("@graph", "mainEntity", "mainEntityOfPage", "itemListElement")
_DEEPEST: Final = 4
_MOST: Final = 40
_LONGEST: Final = 1000
_ADDRESS: Final = re.compile(r"://|\.[a-z]{2,4}$", re.IGNORECASE)
_DOMAIN: Final = re.compile(r"^(?:https?://)?(?:www\.)?|\.[a-z]{2,4}/?$", re.IGNORECASE)
_SAME_MOMENT: Final = timedelta(minutes=1)


@dataclass(slots=True)
class PageFacts:
    """What a page states about the article; each list with the most trustworthy first."""

    page_title: str = ""
    """The content of `<title>`: the headline, and often the name of the site."""
    headlines: list[str] = field(default_factory=list)
    published: list[str] = field(default_factory=list)
    site: str | None = None
    url: str | None = None
    language: str | None = None


class FactsReader:
    """Collects what tags state; `facts` puts it in order at the end."""

    def __init__(self) -> None:
        self._articles: list[dict[str, Any]] = []
        self._named: dict[str, dict[str, Any]] = {}
        self._dates: list[tuple[int, str]] = []
        self._titles: list[str] = []
        self._sites: list[tuple[int, str]] = []
        self._urls: list[tuple[int, str]] = []
        self._language: str | None = None
        self._base = ""

    def note_tag(self, tag: str, values: Mapping[str, str], *, inside: bool) -> None:
        """Note what one tag states; `inside` tells that it stands in the text of the page, not in a sidebar."""
        if tag == "meta":
            for key in ("property", "name", "itemprop", "http-equiv"):
                if key in values:
                    self._note_meta(values[key].strip().casefold(), values.get("content", "").strip()[:_LONGEST])
        elif tag == "link" and "canonical" in values.get("rel", "").casefold().split():
            self._urls.append((0, values.get("href", "").strip()))
        elif tag == "base":
            self._base = self._base or values.get("href", "")
        elif tag == "html":
            self._language = self._language or (values.get("lang") or values.get("xml:lang") or "").strip() or None
        else:
            self._note_element(tag, values, inside=inside)

    def _note_element(self, tag: str, values: Mapping[str, str], *, inside: bool) -> None:
        names = values.get("itemprop", "").casefold().split()
        if "datepublished" in names and (day := values.get("datetime") or values.get("content")):
            self._note_date(_ITEM_RANK, day)
        elif tag == "time" and (day := values.get("datetime")):
            marked = "pubdate" in values or _PUBLISHED_CLASS.search(values.get("class", ""))
            self._note_date(_TIME_RANK - 1 if marked and inside else _TIME_RANK if inside else _TIME_RANK + 1, day)

    def _note_date(self, rank: int, day: str) -> None:
        if len(self._dates) < _MOST and day.strip():
            self._dates.append((rank, day.strip()[:_LONGEST]))

    def _note_meta(self, name: str, content: str) -> None:
        if not content:
            return
        if name in _DATE_RANKS:
            self._note_date(_DATE_RANKS[name], content)
        elif name in _TITLES or name == "headline":
            if len(self._titles) < _MOST:
                self._titles.append(html.unescape(content))
        elif name == "og:site_name":
            self._sites.append((0, content))
        elif name in _SITES and "://" not in content:
            self._sites.append((2, content))
        elif name == "application-name":
            self._sites.append((3, content))
        elif name == "og:url":
            self._urls.append((1, content))
        elif name in ("content-language", "og:locale", "dc.language", "dcterms.language", "inlanguage"):
            self._language = self._language or content

    def note_json(self, data: str) -> None:
        """Note the content of a JSON-LD script; many sites print invalid JSON there, which is passed over."""
        try:
            found = json.loads(_bare_json(data), strict=False)
        except (ValueError, RecursionError):
            return
        for item in _items(found, 0):
            kinds = _texts(item.get("@type"))
            if isinstance(name := item.get("@id"), str):
                self._named.setdefault(name, item)
            if len(self._articles) < _MOST and any(map(_ARTICLE.search, kinds)):
                self._articles.append(item)
            if "WebSite" in kinds and (site := _name_of(item)):
                self._sites.append((2, site))

    def facts(self, page_title: str) -> PageFacts:
        """Return the facts of the article that the page is about."""
        article = self._article(page_title)
        dates, titles, sites, urls = list(self._dates), list(self._titles), list(self._sites), list(self._urls)
        if article:
            dates = [*((0, day) for day in _texts(article.get("datePublished"))), *dates]
            titles = [*(html.unescape(text) for text in _texts(article.get("headline"))), *titles]
            sites += [(1, name) for name in self._publishers(article.get("publisher"))]
            urls += [(2, url) for url in _texts(article.get("url")) + _texts(article.get("mainEntityOfPage"))]
            self._language = self._language or next(iter(_texts(article.get("inLanguage"))), None)
        sites.sort(key=lambda found: found[0])
        return PageFacts(
            page_title=page_title,
            headlines=[title.strip() for title in titles if title.strip()],
            published=_local_first([day for _, day in sorted(dates, key=lambda found: found[0])]),
            site=_best_name([name for _, site in sites if (name := html.unescape(site).strip())]),
            url=self._url(urls),
            language=self._language,
        )

    def _article(self, page_title: str) -> dict[str, Any] | None:
        """The article of several that the page's title names, or the first: others are teasers."""
        if len(self._articles) > 1:
            shown = " ".join((page_title, *self._titles)).casefold()
            for item in self._articles:
                if any(text.strip() and text.strip().casefold() in shown for text in _texts(item.get("headline"))):
                    return item
        return next(iter(self._articles), None)

    def _publishers(self, value: Any) -> Iterator[str]:
        for item in value if isinstance(value, list) else [value]:
            if isinstance(item, str):
                yield from () if "://" in item else (item,)
            elif isinstance(item, dict):
                named = self._named.get(str(item.get("@id")), {})
                if name := _name_of(item) or _name_of(named):
                    yield name

    def _url(self, urls: list[tuple[int, str]]) -> str | None:
        for _, url in sorted(urls, key=lambda found: found[0]):
            try:
                whole = urljoin(self._base, url)
                if urlsplit(whole).scheme in ("http", "https"):
                    return whole
            except ValueError:  # brackets that hold no address
                continue
        return None


def _best_name(names: list[str]) -> str | None:
    """Return the first name of the site; as a name is printed (`Example News`) where it is a handle (`examplenews`)."""
    if not names or " " in names[0]:
        return names[0] if names else None
    first = fold_letters(_DOMAIN.sub("", names[0]))
    alike = [name for name in names if (letters := fold_letters(_DOMAIN.sub("", name))) in first or first in letters]
    return max(alike, key=lambda name: (not _ADDRESS.search(name), name.count(" "), not name.islower()))


def _local_first(days: list[str]) -> list[str]:
    """Put a time in the zone of the newsroom before the same moment in UTC, which may lie in another day."""
    first = _moment(days[0]) if days else None
    if first and not first.utcoffset():
        for at, day in enumerate(days):
            if (moment := _moment(day)) and moment.utcoffset() and abs(moment - first) <= _SAME_MOMENT:
                return [day, *days[:at], *days[at + 1 :]]
    return days


def _moment(day: str) -> datetime | None:
    try:
        moment = datetime.fromisoformat(day)
    except ValueError:
        return None
    return moment if moment.tzinfo else None


def _bare_json(data: str) -> str:
    """Return a script without what keeps it from being JSON: comment marks around it, a semicolon behind it."""
    bare = data.strip()
    for opening, closing in (
        ("<!--", "-->"),
        ("//<![CDATA[", "//]]>"),
        ("<![CDATA[", "]]>"),
        ("/*<![CDATA[*/", "/*]]>*/"),
    ):
        bare = bare.removeprefix(opening).removesuffix(closing).strip()
    return bare.removesuffix(";")


def _items(node: Any, depth: int) -> Iterator[dict[str, Any]]:
    """Yield the things that a JSON-LD script describes, outermost first."""
    for item in node[:_MOST] if isinstance(node, list) else [node]:
        if isinstance(item, dict):
            yield item
            for key in _NESTS if depth < _DEEPEST else ():
                yield from _items(item.get(key), depth + 1)
        elif isinstance(item, list) and depth < _DEEPEST:
            yield from _items(item, depth + 1)


def _texts(value: Any) -> list[str]:
    """Return the texts of a JSON-LD value: one, several, or under `@value` or `@id`."""
    if isinstance(value, dict):
        value = value.get("@value") or value.get("@id")
    if isinstance(value, list):
        return [text for part in value[:_MOST] for text in _texts(part)]
    return [value[:_LONGEST]] if isinstance(value, str) and value.strip() else []


def _name_of(item: Mapping[str, Any]) -> str | None:
    return next(iter(_texts(item.get("name"))), None)
