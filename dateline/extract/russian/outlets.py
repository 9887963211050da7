"""News agencies and outlets that a Russian story names, in Cyrillic, in Latin letters or by the address of a site."""

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Final

from dateline.extract.dossier import OrganizationDraft
from dateline.extract.russian import morphology
from dateline.extract.russian.phrases import PhraseBook
from dateline.extract.russian.reading import Reading
from dateline.lexicon.sources import load_sources

_Match = tuple[int, int, OrganizationDraft]
_CYRILLIC = re.compile(r"[А-ЯЁ]")
_SITE = re.compile(r"[A-Za-z][\w-]*\.(?:kz|kg|uz|tj|tm|az|am|by|ru|com|org|info|news|press)\b")
_REPORTING: Final = frozenset(
    ["сообщать", "сообщить", "передавать", "передать", "писать", "информировать", "ссылка", "агентство", "портал"]
)
_TO_OUTLET: Final = 3


def find_outlets(reading: Reading) -> Iterator[_Match]:
    """Yield the agencies and outlets of a text: first word, word behind, body."""
    yield from _agencies(reading)
    yield from _outlets(reading)


@lru_cache(maxsize=1)
def _sources() -> PhraseBook[str]:
    """Agencies and outlets by Cyrillic name."""
    found = [source for source in load_sources().by_name.values() if source.kind in ("agency", "outlet")]
    entries = ((alias, source.name) for source in dict.fromkeys(found) for alias in source.aliases)
    return PhraseBook(
        (alias.replace("«", "").replace("»", ""), name) for alias, name in entries if _CYRILLIC.match(alias)
    )


def _agencies(reading: Reading) -> Iterator[_Match]:
    for first, last, name in _sources().matches(reading):
        word = reading.words[first]
        if word.is_name_like and (
            word.is_acronym
            or not morphology.is_known(word.text)
            or reading.at(first - 1) in ("«", '"', "агентство", "агентству", "агентства")
        ):
            yield first, last, OrganizationDraft(name, kind="media")


def _outlets(reading: Reading) -> Iterator[_Match]:
    """Agencies in Latin letters and sites by address, where the words around say that they report."""
    latin = _latin_sources()
    for index, word in enumerate(reading.words):
        if word.kind != "word" or not word.text[0].isascii() or not _is_reporting(reading, index):
            continue
        site = _SITE.match(reading.text, word.start)
        if site:
            last = reading.index_at(site.end())
            named = load_sources().named(site.group())
            yield index, last, OrganizationDraft(named.name if named else site.group(), kind="media")
        elif word.text.lower() in latin:
            yield index, index + 1, OrganizationDraft(latin[word.text.lower()], kind="media")


def _is_reporting(reading: Reading, index: int) -> bool:
    """Whether "сообщает", "ссылка на", "агентство" or the like stands right before."""
    before = range(max(0, index - _TO_OUTLET), index)
    return any(reading.keys(at) & _REPORTING for at in before)


@lru_cache(maxsize=1)
def _latin_sources() -> dict[str, str]:
    found = [source for source in load_sources().by_name.values() if source.kind in ("agency", "outlet")]
    entries = [(alias, source.name) for source in dict.fromkeys(found) for alias in (source.name, *source.aliases)]
    return {alias.lower(): name for alias, name in entries if alias.isascii() and alias.isalpha()}
