"""Whether a page holds a news story at all."""

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import Final

from dateline.clean.blocks import BROKEN_OFF, Look, count_words

_NO_STORY_TITLE: Final = re.compile(
    r"\b(?:cookies?|privacy|data protection) (?:policy|notice|statement|settings)\b|\bprivacy\b$|^terms (?:of|and)\b|"
    r"\bterms (?:of (?:use|service)|and conditions)\b|"
    r"^contacts? |^(?:about(?: us)?|contacts?(?: us)?|site ?map|search(?: results)?|archives?|advertising|"
    r"advertise(?: with us)?|vacancies|careers|rss(?: feeds?)?|subscribe|"
    r"subscription|log ?in|sign (?:in|up)|registration|legal notice|imprint|"
    r"disclaimer|feedback|help|faq|home(?: page)?|news archive|all news)$|"
    r"\bpage (?:not found|cannot be found|doesn.?t exist)|\berror 40\d|^40[34]\b|\bnot found$|\baccess denied\b|"
    r"\bforbidden\b|just a moment|are you (?:a )?(?:robot|human)|\bunder (?:construction|maintenance)\b|"
    r"^search results\b.*|^results (?:of (?:the )?search|for)\b.*|^(?:tag|topic|category|author|archives?)s?: .*|"
    r"^posts (?:tagged|by|in)\b.*|результаты поиска|^поиск(?: по сайту)?$|^архив(?: новостей)?$|^вход$|^регистрация$|"
    r"^политика .*персональных данных$|политика конфиденциальности|"
    r"пользовательское соглашение|страница не найдена|ошибка 40\d|о компании|"
    r"^(?:контакты|о нас|о проекте|об агентстве)$|"
    r"политика (?:обработки|использования)|правила (?:пользования|использования)",
    re.IGNORECASE,
)
_NO_STORY_WORDS: Final = re.compile(
    r"\b(?:cookies?|your (?:browser|device|account|consent|personal data|e-?mail|password)|"
    r"this (?:site|website|policy|page explains)|we (?:use|collect|process|may|do not)|"
    r"you (?:can|may|agree|must|have the right)|our (?:site|website|partners|services|policy)|third part(?:y|ies)|"
    r"javascript|captcha|personal (?:data|information)|файл\w* cookie|персональн\w+ данн\w+|вашего браузера|"
    r"пользовател[ья]\w*|requested (?:page|url)|page you (?:are|were) looking)\b",
    re.IGNORECASE,
)
_TURNS_TO_READER: Final = re.compile(
    r"\b(?:we (?:use|collect|process|may|do not)|you (?:can|may|agree|must|have the right))\b", re.IGNORECASE
)
"""Those of the phrases that any guide or column prints as well."""
_POLICY: Final = re.compile(
    r"(?:(?:privacy|cookie|data protection|comment(?:ing)?) (?:policy|notice|rules)|"
    r"terms (?:of \w+|and conditions)|"
    r"(?:forum|site|house) rules|user agreement|политика конфиденциальности|пользовательское соглашение|"
    r"правила (?:пользования|использования)(?: сайт\w*)?)",
    re.IGNORECASE,
)
_CRUMBS: Final = re.compile(r"[/>|»]")
_LINKS: Final = frozenset({"account", "navigation", "share"})
_UNMARKED: Final = frozenset({"", "before the story", "after the story"})
_FIRST_LINES: Final = 10
_HEADING_LENGTH: Final = 60
_LEAST_WORDS: Final = 25
_LEAST_LONE: Final = 8
_LEAST_PROSE: Final = 120
"""Words that a mere line above them does not make a page of the site, while nothing in them speaks of it."""
_LEAST_FLASH: Final = 4
_MOST_OF_PAGE: Final = 0.4
_DENSE: Final = 0.02
_NAMED_OFTEN: Final = 0.004
_READER: Final = re.compile(r"\b(?:you|your|yours|вы|вам|вас|вами|ваш\w*)\b", re.IGNORECASE)
_MOSTLY: Final = 0.6
_LEAST_LISTED: Final = 3
_QUOTED: Final = re.compile(r"[\"“«„][^\"“”«»„]{0,2000}[\"”»“]")
_LEAST_ADDRESSED: Final = 4
_CLAUSE: Final = re.compile(r"\d{1,2}\.\d{1,2}\.?\s+\S")
_LEAST_CLAUSES: Final = 4
_DENSELY_ADDRESSED: Final = 0.025


def site_heading(looks: Sequence[Look]) -> str | None:
    """Return the heading of a page without a story: one of the site's own (`Cookie Policy`), or the first free line."""
    first = [
        look for look in looks[:_FIRST_LINES] if len(look.text) <= _HEADING_LENGTH and not _CRUMBS.search(look.text)
    ]
    own = [look.text for look in first if look.reason not in _LINKS and _NO_STORY_TITLE.search(look.text)]
    free = [look.text for look in first if look.n_words > 1 and look.rule in _UNMARKED and not look.is_terminal]
    whole = [text for text in own if _NO_STORY_TITLE.fullmatch(text)]
    return next(iter(whole + own + free), None)


@lru_cache(maxsize=1024)
def site_words(text: str) -> int:
    """Count phrases of a site about itself: cookies, consent, "we use", "your browser"."""
    return len(_NO_STORY_WORDS.findall(text))


def _names_site(paragraphs: Sequence[str]) -> int:
    """Count what only a site says of itself: cookies, accounts, its partners; not the turns of any guide or column."""
    return sum(site_words(p) - len(_TURNS_TO_READER.findall(p)) for p in paragraphs)


def _is_about_site(about_site: int, named: int, words: int) -> bool:
    """One phrase is enough for a short notice; a long guide says "you can" without being one."""
    return about_site > 0 if words < _LEAST_PROSE else named / words > _NAMED_OFTEN


def names_site_page(text: str) -> bool:
    """Tell whether a heading is that of one of the site's own pages: `Privacy Policy`, `Контакты`, `Page not found`."""
    # a trail of crumbs names the page by its last part; "Home" stands at the head of every story's
    last = _CRUMBS.split(text.strip(" />|»"))[-1]
    return any(_NO_STORY_TITLE.fullmatch(part.strip()) for part in (text, last))


def _speaks_to(paragraphs: Sequence[str]) -> int:
    """Count "you" and "your" outside quotations."""
    return sum(len(_READER.findall(_QUOTED.sub(" ", p))) for p in paragraphs)


def _addresses_reader(paragraphs: Sequence[str], words: int) -> bool:
    """Much "you" and "your" outside quotations: rules, forms and offers speak to the reader, news does not."""
    spoken = _speaks_to(paragraphs)
    return spoken >= _LEAST_ADDRESSED and spoken / words > _DENSELY_ADDRESSED


def _is_policy(headings: Sequence[str], paragraphs: Sequence[str]) -> bool:
    """Rules of the site: named so above the text, and the text says "you"."""
    named = any(_POLICY.fullmatch(part.strip()) for heading in headings for part in _CRUMBS.split(heading))
    return named and _speaks_to(paragraphs) > 1


def _is_index(paragraphs: Sequence[str]) -> bool:
    """A list of other stories: most longer paragraphs break off."""
    long = [p for p in paragraphs if len(p.split()) > _LEAST_LONE]
    broken = [p for p in long if BROKEN_OFF.search(p)]
    return len(long) >= _LEAST_LISTED and long[0] in broken and len(broken) > _MOSTLY * len(long)


def _is_statute(paragraphs: Sequence[str]) -> bool:
    """Clauses within clauses (`2.1. …`, `2.2. …`) are rules or a contract, not news."""
    clauses = sum(_CLAUSE.match(paragraph) is not None for paragraph in paragraphs)
    return clauses >= _LEAST_CLAUSES and 2 * clauses >= len(paragraphs)


def is_story(
    title: str | None,
    paragraphs: Sequence[str],
    *,
    headings: Sequence[str] = (),
    policies: Sequence[str] = (),
    has_dateline: bool,
    share_kept: float,
) -> bool:
    """Tell whether title and paragraphs make a story: enough prose, and not about the site itself.

    Args:
        title: The headline, if any.
        paragraphs: The body.
        headings: Further lines that head the page: those right above the body, the page's `<title>`.
        policies: All lines near the body that may be the name of the site's rules.
        has_dateline: A dateline was read.
        share_kept: Kept characters of all characters of the page's text.
    """
    words = sum(map(count_words, paragraphs))
    if has_dateline and words >= _LEAST_FLASH:
        return True
    if words < (_LEAST_LONE if title and share_kept > _MOST_OF_PAGE else _LEAST_WORDS):
        return False
    about_site = sum(map(site_words, paragraphs))
    named = _names_site(paragraphs) if about_site else 0
    is_site_page = (
        (title and _NO_STORY_TITLE.search(title.strip()) and (about_site > 1 or _speaks_to(paragraphs) > 1))
        or (title and names_site_page(title))
        or (any(map(names_site_page, headings)) and (words < _LEAST_PROSE or about_site or _speaks_to(paragraphs)))
        or _is_policy(policies, paragraphs)
        or _is_index(paragraphs)
        or _is_statute(paragraphs)
        or (_is_about_site(about_site, named, words) and _addresses_reader(paragraphs, words))
    )
    return not is_site_page and (not named or about_site < 3 or about_site / words < _DENSE)
