"""A book of phrases that is looked up by lemmas, so that one nominative entry finds all inflected forms."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final, Generic, TypeVar

from dateline.extract.russian import morphology
from dateline.extract.russian.reading import DASHES, Reading, Word

Value = TypeVar("Value")
_OPTIONAL_DASH: Final = "-"


@dataclass(frozen=True, slots=True)
class _Part:
    """One word of an entry: an acronym is matched as printed, other words by their lemmas."""

    text: str
    keys: frozenset[str]

    def fits(self, word: Word) -> bool:
        if self.text.isupper() and len(self.text) > 1:
            return word.text == self.text
        if self.text in DASHES:
            return word.text in DASHES
        return not self.keys.isdisjoint(word.keys)


class PhraseBook(Generic[Value]):
    """Entries of one or more words with their values; the longest entry at a place wins."""

    def __init__(self, entries: Iterable[tuple[str, Value]]) -> None:
        self._by_key: dict[str, list[tuple[tuple[_Part, ...], Value]]] = defaultdict(list)
        for phrase, value in entries:
            parts = tuple(_part(text) for text in phrase.split())
            for key in parts[0].keys:
                self._by_key[key].append((parts, value))
        for found in self._by_key.values():
            found.sort(key=lambda entry: -len(entry[0]))

    def at(self, words: Sequence[Word], index: int) -> tuple[int, Value] | None:
        """Return where the longest entry that begins at word `index` ends, and its value."""
        return next(self.all_at(words, index), None)

    def all_at(self, words: Sequence[Word], index: int) -> Iterator[tuple[int, Value]]:
        """Yield all entries that begin at word `index`, longest first."""
        if index >= len(words):
            return
        seen: list[tuple[int, tuple[_Part, ...], Value]] = []
        for key in words[index].keys:
            for parts, value in self._by_key.get(key, ()):
                if not any(parts is before for _, before, _ in seen) and _fits(parts, words, index):
                    seen.append((index + len(parts), parts, value))
        for end, _, value in sorted(seen, key=lambda entry: -entry[0]):
            yield end, value

    def matches(self, reading: Reading) -> Iterator[tuple[int, int, Value]]:
        """Yield the longest entries of a text, left to right, without overlap."""
        index = 0
        while index < len(reading.words):
            found = self.at(reading.words, index)
            if found:
                yield index, found[0], found[1]
                index = found[0]
            else:
                index += 1


def _part(text: str) -> _Part:
    known = frozenset(form.lemma for form in morphology.forms(text) if form.is_known)
    return _Part(text, known | {morphology.fold(text)})


def _fits(parts: Sequence[_Part], words: Sequence[Word], index: int) -> bool:
    if index + len(parts) > len(words):
        return False
    return all(part.fits(words[index + offset]) for offset, part in enumerate(parts))
