"""A document's text as a chain of typed chunks, and rewriting of such chains.

The lexer (`lexer`) cuts a body into chunks of one-letter kinds: a country, an adjective of a country, a title, a rank,
a capitalised word, a comma. Grammar rules are regular expressions over the string of kinds; each rule rewrites what it
matches into one larger chunk (a body, a title with its owner). So a rule reads `deputy title of the body` and not
characters, and the spellings stay in the lexicon.

| kind | what |
| --- | --- |
| `C` `A` | noun and adjective of a country |
| `G` `O` | body or organ of several states; body of a country |
| `B` `H` `b` | name that needs a country or parent; capitalised head noun of a body; such a noun in small letters |
| `M` `D` | agency or outlet; department |
| `T` `P` | title; complete title phrase |
| `d` `f` `a` `v` | deputy; former; acting; visiting, new, Tashkent-based |
| `R` `I` `N` `p` | rank or honorific; initial; capitalised word; particle of names |
| `Y` `S` | capitalised common noun, in no person's name; capitalised function word |
| `E` `h` | name of a person; pronoun whose person is known |
| `K` `m` | counterpart; member states |
| `o` `u` `t` `s` `&` | of; other preposition; article; possessive ending; and |
| `-` `,` `;` `(` `)` `"` `.` `0` `w` `/` | dash; the marks themselves; number; other word; end of a paragraph |
"""

import re
from bisect import bisect_left
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from operator import attrgetter
from typing import Final

from dateline.lexicon.bodies import Body, BodyBase
from dateline.lexicon.titles import Title
from dateline.records import OfficeRank, OfficeStatus


@dataclass(slots=True)
class OfficeSpec:
    """An office as a title phrase states it; the country or body may still have to come from the context."""

    title: str
    rank: OfficeRank
    status: OfficeStatus
    head: Title | None = None
    body: Body | None = None
    base: BodyBase | None = None
    """What the body is, where its country is not said; `printed` is where it stands, if anywhere."""
    printed: "Chunk | None" = None
    department: "Chunk | None" = None
    """The department that the office is in, where it is printed as a name."""
    country_code: str | None = None
    countries: list[str] = field(default_factory=list)
    """The countries of a shared title, in order ("ministers of X, Y and Z")."""
    anaphor: str | None = None
    """The noun that stands for the body: "deputy secretary general of the organization"."""
    is_states: bool = True
    is_plural: bool = False
    is_whole: bool = True
    """Whether the title says enough to name an office; "the director" alone does not."""
    span: tuple[int, int] = (0, 0)


@dataclass(slots=True)
class Chunk:
    """A piece of the text; `start` and `end` are characters of the body, `word` the folded text of a single word."""

    kind: str
    start: int
    end: int
    word: str = ""
    country: str | None = None
    base: BodyBase | None = None
    body: Body | None = None
    title: Title | None = None
    offices: list[OfficeSpec] = field(default_factory=list)
    person: int | None = None
    parts: list["Chunk"] = field(default_factory=list)
    is_glued: bool = False
    """Joined by a hyphen to the chunk before."""
    is_plain: bool = False
    """A body called by an ordinary noun ("the border guards"): no mention of its name."""
    is_double: bool = False
    """A name with its acronym in brackets: the parts are the mentions."""


_KIND_OF: Final = attrgetter("kind")
Rewrite = Callable[[list[Chunk], re.Match[str]], Chunk | list[Chunk] | None]


class Chart:
    """The chain of chunks of one text."""

    def __init__(self, text: str, chunks: list[Chunk]) -> None:
        self.text = text
        self.chunks = chunks
        self.lexed = tuple(chunks)
        """The chunks as the lexer cut them, before any rewriting."""
        self.refresh()

    def refresh(self) -> None:
        """Bring `kinds` up to date after chunks were changed in place."""
        self.kinds = "".join(map(_KIND_OF, self.chunks))

    def rewrite(self, rule: re.Pattern[str], build: Rewrite) -> bool:
        """Replace what `rule` matches by what `build` makes of it; `None` leaves the match as it is.

        `build` is given the matched chunks and the match; the groups of the match count from its start in `kinds`.
        """
        matches = list(rule.finditer(self.kinds))
        changed = False
        for match in reversed(matches):
            built = build(self.chunks[match.start() : match.end()], match)
            if built is not None:
                self.chunks[match.start() : match.end()] = [built] if isinstance(built, Chunk) else built
                changed = True
        if changed:
            self.refresh()
        return changed

    def replace(self, first: int, last: int, chunk: Chunk) -> None:
        """Put `chunk` in the place of the chunks `first` to `last` (half-open)."""
        self.chunks[first:last] = [chunk]
        self.kinds = self.kinds[:first] + chunk.kind + self.kinds[last:]

    def find(self, rule: re.Pattern[str]) -> Iterator[re.Match[str]]:
        """Yield the matches of `rule` in the string of kinds."""
        yield from rule.finditer(self.kinds)

    def group(self, match: re.Match[str], name: str | int) -> list[Chunk]:
        """Return the chunks that the group `name` of `match` covers; none, where it took no part."""
        start, end = match.span(name)
        return self.chunks[start:end] if start >= 0 else []

    def within(self, start: int, end: int) -> list[Chunk]:
        """Return the lexed chunks between two characters."""
        first = bisect_left(self.lexed, start, key=lambda chunk: chunk.start)
        last = bisect_left(self.lexed, end, key=lambda chunk: chunk.start)
        return list(self.lexed[first:last])

    def before(self, position: int, reach: int = 80) -> str:
        """Return the text of up to `reach` characters before a character: enough for a rule that ends there."""
        return self.text[max(0, position - reach) : position]

    def surface(self, chunk: Chunk) -> str:
        """Return the text of `chunk`."""
        return self.text[chunk.start : chunk.end]
