"""A Russian text as the rules read it: words with their possible lemmas, sentences, quotations, and what was found.

A document has two readings, of the body and of the headline; only what stands in the body gets spans in the dossier.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Final

from razdel import sentenize

from dateline.extract.dossier import OfficeDraft, Span
from dateline.extract.quote_marks import Quoted, find_quoted
from dateline.extract.russian import morphology
from dateline.extract.russian.dialogue import find_dialogue
from dateline.extract.russian.morphology import Form
from dateline.extract.russian.open_quotes import joined

_TOKEN = re.compile(
    r"""(?P<abbreviation>(?:\b[Вв]р\.\s?)?\b[иИ]\.\s?о\.|\b[Ээ]кс-(?=\w)|\bг-(?:н|жа)\b)
    |(?P<initial>\b[A-ZА-ЯЁ]\.(?!\s?-))
    |(?P<word>[^\W\d_]+(?:(?:[-‑'’]|(?<=[Гг]енерал)–)[^\W_]+)*)
    |(?P<number>\d+(?:[.,:]\d+)*(?:-[а-яё]+\b)?)
    |(?P<mark>\S)""",
    re.VERBOSE,
)
_PARAGRAPH = re.compile(r"\S(?:.|\n(?!\s*\n))*")
_STOPS = re.compile(r"[.!?…]")
_GLUED = re.compile(r"(?:[а-яё]{4}|[А-ЯЁ]{2})[»\"]?\.(?=[А-ЯЁ][а-яё]|\d)")
_MIN_ACRONYM: Final = 2
DASHES: Final = frozenset("-–—−")


@dataclass(frozen=True, slots=True)
class Word:
    """A word, number or mark of the text; `keys` are the lower-case forms under which a lexicon may hold it."""

    text: str
    start: int
    end: int
    kind: str
    keys: frozenset[str]

    @property
    def is_name_like(self) -> bool:
        """Whether the word begins with a capital."""
        return self.kind == "word" and self.text[0].isupper()

    @property
    def is_acronym(self) -> bool:
        """Whether the word is all capitals."""
        return self.kind == "word" and len(self.text) >= _MIN_ACRONYM and self.text.isupper()

    @property
    def forms(self) -> tuple[Form, ...]:
        """The dictionary's readings; none for marks and numbers."""
        return morphology.forms(self.text) if self.kind == "word" else ()

    def has_pos(self, *tags: str) -> bool:
        """Whether the most probable readings include one of the parts of speech."""
        return any(form.pos in tags for form in self.forms)

    def cases(self, number: str | None = None) -> frozenset[str]:
        """Cases that the word can stand in."""
        return frozenset(form.case for form in self.forms if form.case and number in (None, form.number))

    def can_be(self, number: str) -> bool:
        """Whether the word can have the number; strange words can."""
        numbers = {form.number for form in self.forms if form.case and form.number}
        return not numbers or number in numbers or not morphology.is_known(self.text)


@dataclass(frozen=True, slots=True)
class Found:
    """A name in the text by words, half-open; `key` is a body's name, a place key or a person's number."""

    first: int
    last: int
    key: str | int
    is_subject: bool = False
    """For people: whether the name can stand in the nominative here."""


@dataclass(frozen=True, slots=True)
class FoundOffice:
    """An office title in the text by words, half-open, with the person it was given to."""

    first: int
    last: int
    draft: OfficeDraft
    is_plural: bool = False


@dataclass(slots=True)
class Reading:
    """The words of a text and everything that the components found among them."""

    text: str
    words: list[Word]
    paragraphs: list[Span]
    sentences: list[Span]
    """Character spans of the sentences; full stops inside quotations do not end one."""
    quoted: list[Quoted]
    bodies: list[Found] = field(default_factory=list)
    places: list[Found] = field(default_factory=list)
    countries: list[tuple[int, int, str]] = field(default_factory=list)
    """Countries named by noun or adjective: (first word, last word, ISO code)."""
    people: list[Found] = field(default_factory=list)
    offices: list[FoundOffice] = field(default_factory=list)

    def __post_init__(self) -> None:
        self._starts = [word.start for word in self.words]
        self._sentence_starts = [start for start, _ in self.sentences]

    _starts: list[int] = field(init=False, default_factory=list)
    _sentence_starts: list[int] = field(init=False, default_factory=list)

    def span(self, first: int, last: int) -> Span:
        """Characters of the words `first` to `last` (half-open)."""
        return self.words[first].start, self.words[min(last, len(self.words)) - 1].end

    def surface(self, first: int, last: int) -> str:
        """The text of the words."""
        if not first < min(last, len(self.words)):
            return ""
        start, end = self.span(first, last)
        return self.text[start:end]

    def index_at(self, position: int) -> int:
        """The first word that starts at or after the character."""
        return bisect_right(self._starts, position - 1)

    def words_in(self, span: Span) -> range:
        """Indexes of the words that start in the stretch."""
        return range(self.index_at(span[0]), self.index_at(span[1]))

    def sentence_of(self, position: int) -> int:
        """Number of the sentence that holds the character."""
        return max(0, bisect_right(self._sentence_starts, position) - 1)

    def sentence_words(self, index: int) -> range:
        """Words of the sentence that holds word `index`."""
        return self.words_in(self.sentences[self.sentence_of(self.words[index].start)])

    def is_quoted(self, position: int) -> bool:
        """Whether the character stands within quotation marks."""
        return any(quoted.outer[0] < position < quoted.outer[1] - 1 for quoted in self.quoted)

    def countries_near(self, first: int, last: int) -> list[tuple[int, int, str]]:
        """The countries named by words from `first` to `last` (half-open)."""
        low = bisect_left(self.countries, first, key=lambda found: found[0])
        return self.countries[low : bisect_left(self.countries, last, lo=low, key=lambda found: found[0])]

    def places_near(self, first: int, last: int) -> list[Found]:
        """The places that begin at words from `first` to `last` (half-open)."""
        return _between(self.places, first, last)

    def bodies_near(self, first: int, last: int) -> list[Found]:
        """The bodies that begin at words from `first` to `last` (half-open)."""
        return _between(self.bodies, first, last)

    def own_country(self, index: int, host: str | None) -> str | None:
        """What "республика" and "страна" mean: the country filed from, Russia left out, else the one named last."""
        return host if host and host != "RU" else self.country_before(index) or host

    def army_behind(self, index: int) -> tuple[int, str] | None:
        """The end and the country of "азербайджанской армии" at a word."""
        codes = [code for first, _, code in self.countries_near(index, index + 1) if first == index]
        return (index + 2, codes[0]) if codes and "армия" in self.keys(index + 1) else None

    def country_before(self, index: int) -> str | None:
        """The country named last before a word: what "республика" and "страна" mean."""
        low = bisect_left(self.countries, index, key=lambda found: found[0])
        return next((code for _, last, code in reversed(self.countries[max(0, low - 9) : low]) if last <= index), None)

    def starts_sentence(self, index: int) -> bool:
        """Whether only marks stand between the sentence's start and the word."""
        inside = self.sentence_words(index)
        return all(self.words[before].kind == "mark" for before in range(inside.start, index))

    def at(self, index: int) -> str:
        """The lower-case text of a word, empty outside the text."""
        return morphology.fold(self.words[index].text) if 0 <= index < len(self.words) else ""

    def keys(self, index: int) -> frozenset[str]:
        """The keys of a word, none outside the text."""
        return self.words[index].keys if 0 <= index < len(self.words) else frozenset()


def _between(found: list[Found], first: int, last: int) -> list[Found]:
    low = bisect_left(found, first, key=lambda one: one.first)
    return found[low : bisect_left(found, last, lo=low, key=lambda one: one.first)]


def read(text: str) -> Reading:
    """Split a text into words, sentences and quotations."""
    paragraphs = [(match.start(), match.start() + len(match.group().rstrip())) for match in _PARAGRAPH.finditer(text)]
    quoted = joined(text, paragraphs, find_quoted(text, paragraphs))
    quoted = sorted([*quoted, *find_dialogue(text, paragraphs, quoted)], key=lambda stretch: stretch.span)
    return Reading(text, list(_words(text)), paragraphs, list(_sentences(text, paragraphs, quoted)), quoted)


def _words(text: str) -> Iterator[Word]:
    for match in _TOKEN.finditer(text):
        kind = match.lastgroup or "mark"
        surface = match.group().strip()
        start = match.end() - len(surface)
        keys = morphology.keys(surface) if kind == "word" else frozenset({morphology.fold(surface)})
        yield Word(surface, start, match.end(), "word" if kind == "abbreviation" else kind, keys)


def _sentences(text: str, paragraphs: Sequence[Span], quoted: Sequence[Quoted]) -> Iterator[Span]:
    """Sentences by razdel, over a copy in which quotations have no full stop but a last one."""
    letters = list(text)
    for stretch in quoted:
        inner = slice(stretch.span[0], stretch.span[1] - 1)
        letters[inner] = _STOPS.sub(",", "".join(letters[inner]))
    masked = "".join(letters)
    for start, end in _bridged(paragraphs, quoted):
        for sentence in sentenize(masked[start:end]):
            yield from _unglued(masked, start + sentence.start, start + sentence.stop)


def _bridged(paragraphs: Sequence[Span], quoted: Sequence[Quoted]) -> Iterator[Span]:
    """The paragraphs, those made one that a quotation runs across: who says it stands behind its last."""
    across = [stretch.outer for stretch in quoted if stretch.is_closed]
    pending: Span | None = None
    for start, end in paragraphs:
        pending = (pending[0], end) if pending else (start, end)
        if not any(first < end < last for first, last in across):
            yield pending
            pending = None
    if pending:
        yield pending


def _unglued(text: str, start: int, end: int) -> Iterator[Span]:
    """The sentences of a stretch in which a page has lost the blanks behind full stops."""
    for glue in _GLUED.finditer(text, start, end):
        yield start, glue.end()
        start = glue.end()
    yield start, end
