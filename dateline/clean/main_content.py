"""Which lines of an HTML page belong to the article: the extractor's choice, mended by the page's elements."""

import re
from collections import Counter
from collections.abc import Sequence
from functools import lru_cache
from typing import Final

from dateline.clean.article_element import with_article_element
from dateline.clean.blocks import Look
from dateline.clean.metadata import PageFacts
from dateline.clean.text import Line, fold_letters

_FOUND_WITHIN: Final = 6
_SHORT_LINE: Final = 12
_HEADLINE_WORDS: Final = 3
_LEAST_MAIN: Final = 2
_LIST_PARTS: Final = frozenset({"ul", "ol", "dl", "li", "dd", "dt"})
_MOST_LINKS: Final = 0.5
_SIBLINGS: Final = re.compile(r"p|li|h[2-6]|blockquote|dd|dt")
_CAMEL: Final = re.compile(r"(?<=[a-z])(?=[A-Z])|_")
_HOLDERS: Final = "article blockquote body dd details div dl dt h1 h2 h3 h4 h5 h6 li main ol p pre section td ul"
_BLOCK_TAGS: Final = frozenset(_HOLDERS.split())
_FURNITURE_TAGS: Final = {
    "nav": "navigation", "header": "navigation", "footer": "legal", "figcaption": "caption", "aside": "related",
    "button": "navigation", "form": "comment", "title": "duplicate_title", "option": "navigation", "label": "comment",
}  # fmt: skip
_FURNITURE_NAMES: Final[tuple[tuple[str, re.Pattern[str]], ...]] = tuple(
    (reason, re.compile(pattern, re.IGNORECASE))
    for reason, pattern in (
        ("comment", r"\b(?:comments?|disqus|respond|reply)\b"),
        (
            "related",
            r"\b(?:related|recommend\w*|popular|most-?read|also|sidebar|inset|teaser|latest|more-?news|breaking-?news|read-?more|trending)\b",
        ),
        ("share", r"\b(?:share|sharing|social|addtoany|sharedaddy|likes?)\b"),
        ("legal", r"\b(?:cookies?|consent|gdpr|copyright|disclaimer)\b"),
        ("rates", r"\b(?:rates|currency|currencies|weather)\b"),
        ("navigation", r"\b(?:breadcrumbs?|navbar|menu|pagination|pager|navigation|topbar)\b"),
        ("advert", r"\b(?:ads?|advert\w*|banner|sponsored|adsbygoogle)\b"),
        ("caption", r"\b(?:caption|photo-?credit|wp-caption-text|credit)\b"),
        ("tags", r"\b(?:tags|keywords)\b"),
        ("byline", r"\b(?:byline|author|dateline-?meta|post-?meta|entry-?meta|article-?info)\b"),
        ("counter", r"\b(?:views|counter|hits)\b"),
    )
)


def mark_html(source: str, looks: Sequence[Look], facts: PageFacts) -> None:
    """Drop what lies outside the article, and what the elements around a line tell to be furniture.

    Args:
        source: The page as it came.
        looks: Its lines; those outside the article get a reason.
        facts: What the head of the page states; its title tells which line is the headline.
    """
    extracted = _extracted(source) or ""
    page_title = f" {facts.page_title} ".casefold()
    for look in looks:
        if _is_in_page_title(look, page_title):
            look.line.heading = 1
    places = [_container(look.line) for look in looks]
    main = _found_in(extracted, looks, places)
    _take_siblings(looks, main, places)
    main = with_article_element(looks, main, places, _is_furniture)
    for look, is_main in zip(looks, main, strict=True):
        if is_main and look.n_words > _SHORT_LINE:
            continue
        if reason := _furniture_by_tag(look.line, near=is_main):
            look.drop(reason, "html:element")
        elif extracted and not is_main and look.line.heading != 1:
            look.drop("navigation", "html:outside main content")


def _extracted(source: str) -> str | None:
    """Return the text that trafilatura takes for the article, or None."""
    from trafilatura import extract  # noqa: PLC0415 - seconds to import, needed for HTML only

    text: str | None = extract(source, include_comments=False, include_tables=True, favor_precision=True)
    return text


def _is_in_page_title(look: Look, page_title: str) -> bool:
    """The headline is repeated in `<title>`, beside the name of the site."""
    if look.n_words < _HEADLINE_WORDS or any(tag.partition(" ")[0] in ("title", "a") for tag in look.line.tags):
        return False
    return len(look.text) < len(page_title) and f" {look.text} ".casefold() in page_title


def _container(line: Line) -> int | None:
    """Return the number of the element that holds the line's paragraph, or the list that the line is an item of."""
    tags = [tag.partition(" ")[0] for tag in line.tags]
    at = next((i for i in range(len(tags) - 1, -1, -1) if tags[i] in _BLOCK_TAGS), None)
    if at is None:
        return None
    if not _SIBLINGS.fullmatch(tags[at]):  # text that stands in the container itself, between line breaks
        return line.path[at]
    while at > 0 and tags[at - 1] in _LIST_PARTS:
        at -= 1
    return line.path[at - 1] if at > 0 else None


def _found_in(extracted: str, looks: Sequence[Look], places: Sequence[int | None]) -> list[bool]:
    """Tell which lines the extractor took; of several that read the same, those beside most of the others."""
    parts = extracted.split("\n")
    wanted = Counter(map(fold_letters, parts))
    texts = [fold_letters(look.text) for look in looks]
    votes = _votes(places, [look.is_prose and text in wanted for look, text in zip(looks, texts, strict=True)])
    main = [False] * len(looks)
    for i in sorted(range(len(looks)), key=lambda i: (-votes[places[i]], i)):
        if texts[i] and wanted[texts[i]] > 0:
            wanted[texts[i]] -= 1
            main[i] = True
    rest = fold_letters("".join(part for part in parts if wanted[fold_letters(part)] > 0))
    long = [look.n_words >= _FOUND_WITHIN for look in looks]
    return [main[i] or (long[i] and texts[i] in rest) for i in range(len(looks))]


def _votes(places: Sequence[int | None], is_article: Sequence[bool]) -> Counter[int | None]:
    """Count the paragraphs of the article by the element that holds them."""
    return Counter(place for place, counts in zip(places, is_article, strict=True) if counts)


def _take_siblings(looks: Sequence[Look], main: list[bool], places: Sequence[int | None]) -> None:
    """Add list items, sub-headings and paragraphs that the extractor left out between paragraphs that it took."""
    votes = _votes(places, [taken and look.is_prose for taken, look in zip(main, looks, strict=True)])
    held: dict[int, list[int]] = {}
    for i, place in enumerate(places):
        if place is not None and votes[place] >= _LEAST_MAIN:
            held.setdefault(place, []).append(i)
    for place, members in held.items():
        chosen = [i for i in members if main[i]]
        for i in members:
            line = looks[i].line
            if chosen[0] < i < chosen[-1] and line.links < _MOST_LINKS and not _within(line, place):
                main[i] = True


def _within(line: Line, place: int) -> bool:
    """Tell whether an element between the line and its container is furniture."""
    depth = line.path.index(place) + 1
    return any(_reason(element) for element in line.tags[depth:])


def _furniture_by_tag(line: Line, *, near: bool) -> str | None:
    """Return the reason to drop a line that the elements around it give, innermost first.

    Args:
        line: A line of the page.
        near: Ask only the two innermost elements, for lines that the extractor took for the article.
    """
    outer = line.tags[-2:] if near else line.tags
    for element in reversed(outer):
        tag = element.partition(" ")[0]
        if tag in ("article", "main"):
            return None
        if tag == "header" and (near or line.heading == 1):
            continue
        if reason := _reason(element):
            return reason
    return None


def _is_furniture(element: str, is_frame: bool) -> bool:
    """Tell whether an element is furniture; the name of one that frames the page says nothing."""
    return element.partition(" ")[0] in _FURNITURE_TAGS if is_frame else _reason(element) is not None


@lru_cache(maxsize=4096)
def _reason(element: str) -> str | None:
    """Return what the tag of an element, or its class and id, say of its content."""
    tag, _, names = element.partition(" ")
    if reason := _FURNITURE_TAGS.get(tag):
        return reason
    if names and tag not in ("body", "html"):
        names = _CAMEL.sub("-", names)
        return next((reason for reason, pattern in _FURNITURE_NAMES if pattern.search(names)), None)
    return None
