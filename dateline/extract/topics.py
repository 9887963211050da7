"""What a story is about: topics of security cooperation, by their terms."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Final

from spacy.language import Language
from spacy.tokens import Doc

from dateline.extract.dossier import Dossier, TopicDraft
from dateline.lexicon.topics import topics

_STEM: Final = 3
"""Letters by which terms are indexed; no term's first word is shorter once its star is off."""
_WORD = re.compile(r"[^\W_][\w'’-]*")


def find_topics(text: str) -> list[TopicDraft]:
    """Return the topics of a text, those with most hits first; of overlapping terms the longest counts."""
    hits = Counter(_hits([match.group() for match in _WORD.finditer(text)]))
    parents = {topic.name: topic.parent for topic in topics()}
    ordered = sorted(hits.items(), key=lambda hit: (-hit[1], hit[0]))
    return [TopicDraft(name, parents[name], count) for name, count in ordered]


def _hits(words: Sequence[str]) -> Iterator[str]:
    place = 0
    while place < len(words):
        opened = _opened_by(words[place])
        found = next((term for term in opened if _matches(term.words, words, place)), None) if opened else None
        if found is None:
            place += 1
        else:
            yield found.topic
            place += len(found.words)


@dataclass(frozen=True, slots=True)
class _Term:
    words: tuple[str, ...]
    topic: str


def _matches(term: Sequence[str], words: Sequence[str], place: int) -> bool:
    found = words[place : place + len(term)]
    return len(found) == len(term) and all(map(_is_form, term, found))


def _is_form(wanted: str, word: str) -> bool:
    if wanted[0].isupper() and not word[0].isupper():  # a name
        return False
    if wanted.endswith("*"):
        return word.casefold().startswith(wanted[:-1].casefold())
    if wanted.isupper() and len(wanted) > 1:  # an acronym: "the quad" is no Quad, "SCO" no "sco"
        return word.removesuffix("'s").removesuffix("’s") == wanted
    return word.casefold().removesuffix("'s").removesuffix("’s") == wanted.casefold()


@lru_cache(maxsize=65536)
def _opened_by(word: str) -> Sequence[_Term]:
    """Return the terms that may begin with `word`, longest first."""
    return tuple(term for term in _terms().get(word.casefold()[:_STEM], ()) if _is_form(term.words[0], word))


@cache
def _terms() -> dict[str, list[_Term]]:
    """The terms by the first letters of their first word, longest first."""
    terms = [_Term(tuple(term.split()), topic.name) for topic in topics() for term in topic.terms]
    index: dict[str, list[_Term]] = {}
    for term in sorted(terms, key=lambda term: (-len(term.words), -len(" ".join(term.words)), term.words)):
        index.setdefault(term.words[0].rstrip("*").casefold()[:_STEM], []).append(term)
    return index


@Language.factory("topics")
class TopicFinder:
    """Adds the topics to the dossier."""

    def __init__(self, nlp: Language, name: str) -> None:
        self.name = name

    def __call__(self, doc: Doc) -> Doc:
        """Count the terms of each topic in the body; the name of a body ("Collective Security …") is no term."""
        dossier: Dossier = doc._.dossier
        characters = list(dossier.document.body)
        for body in dossier.organizations.values():
            for start, end in body.spans:
                characters[start:end] = "/" * (end - start)
        dossier.topics = find_topics("".join(characters))
        return doc
