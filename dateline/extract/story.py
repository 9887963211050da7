"""One story as the rules for statements see it: the body, its sentences and paragraphs, and who is named where.

Rules about quotes, events and instruments read characters, not parses. `Story` offers them a *masked* body of the
same length, in which every named person, organisation and place stands as a run of one placeholder, so that
a comma inside a name or a quotation never looks like the grammar of the sentence around it.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise
from typing import Final, Literal

from spacy.tokens import Doc

from dateline.extract.dossier import Dossier, Span
from dateline.extract.quote_marks import Quoted, find_quoted
from dateline.extract.sentences import sentence_spans

PERSON: Final = "\ue000"
ORGANIZATION: Final = "\ue001"
PLACE: Final = "\ue002"
QUOTED: Final = "\ue003"

_MASKS: Final = {"person": PERSON, "organization": ORGANIZATION, "place": PLACE}
_ABBREVIATED = re.compile(
    r"(?<!\w)(?:Gen|Lt|Lieut|Col|Maj|Brig|Adm|Capt|Cdr|Cmdr|Cdre|Sgt|Mr|Mrs|Ms|Dr|Prof|Sen|Snr|Sr|Jr|Rep|Gov|Hon|Engr?|Smt|No|Art)\.(?=\s)"
)
_PARAGRAPH = re.compile(r"\S(?:.|\n(?!\s*\n))*")


@dataclass(frozen=True, slots=True)
class Named:
    """A mention; `key` is the person's number, the organisation's name or the place's key."""

    start: int
    end: int
    kind: Literal["person", "organization", "place"]
    key: int | str


class Story:
    """A body with its sentences, paragraphs and names.

    Args:
        dossier: What the components before found.
        sentences: Spans of the sentences, in order; the whole paragraphs, where none are given.
    """

    def __init__(self, dossier: Dossier, sentences: Iterable[Span] = ()) -> None:
        self.dossier = dossier
        self.body = dossier.document.body
        self.paragraphs: list[Span] = [_stripped(self.body, match.span()) for match in _PARAGRAPH.finditer(self.body)]
        self.sentences: list[Span] = list(_within(self.body, sentences, self.paragraphs)) or self.paragraphs
        self._starts = [start for start, _ in self.sentences]
        self._paragraph_starts = [start for start, _ in self.paragraphs]

    @cached_property
    def named(self) -> Sequence[Named]:
        """All mentions by position; of overlapping ones the longest stands first."""
        dossier = self.dossier
        found = [
            *(Named(*span, "person", number) for number, draft in enumerate(dossier.persons) for span in draft.spans),
            *(
                Named(*span, "organization", name)
                for name, organization in dossier.organizations.items()
                for span in organization.spans
            ),
            *(Named(*span, "place", key) for key, place in dossier.places.items() for span in place.spans),
        ]
        return sorted(found, key=lambda named: (named.start, -named.end, named.kind))

    @cached_property
    def printed_names(self) -> frozenset[str]:
        """The forms in which the body prints its names."""
        return frozenset(self.body[named.start : named.end] for named in self.named)

    @cached_property
    def _name_starts(self) -> list[int]:
        return [named.start for named in self.named]

    @cached_property
    def _longest_name(self) -> int:
        return max((named.end - named.start for named in self.named), default=0)

    @cached_property
    def masked(self) -> str:
        """The body with names masked: persons over bodies over places, since bodies are named after countries."""
        characters = list(self.body)
        for abbreviated in _ABBREVIATED.finditer(self.body):
            characters[abbreviated.end() - 1] = "ˑ"  # a letter: the dot ends no sentence
        for kind in ("place", "organization", "person"):
            for named in self.named:
                if named.kind == kind:
                    characters[named.start : named.end] = _MASKS[kind] * (named.end - named.start)
        return "".join(characters)

    @cached_property
    def quoted(self) -> Sequence[Quoted]:
        """The stretches in quotation marks, names of exercises and the like among them."""
        return find_quoted(self.body, self.paragraphs)

    @cached_property
    def narration(self) -> str:
        """The masked body with all that stands in quotation marks masked too."""
        return self.masking([quoted.outer for quoted in self.quoted])

    def masking(self, stretches: Iterable[Span]) -> str:
        """The masked body with the given stretches masked as quotations."""
        characters = list(self.masked)
        for start, end in stretches:
            characters[start:end] = QUOTED * (end - start)
        return "".join(characters)

    def within(self, start: int, end: int, kind: str | None = None) -> list[Named]:
        """Mentions that lie in the stretch, of one kind or all."""
        named = self.named
        first, last = bisect_left(self._name_starts, start), bisect_left(self._name_starts, end)
        return [one for one in named[first:last] if one.end <= end and kind in (None, one.kind)]

    def covering(self, position: int, kind: str) -> Iterator[Named]:
        """Mentions of one kind that hold the character, the innermost first."""
        for place in range(bisect_right(self._name_starts, position) - 1, -1, -1):
            named = self.named[place]
            if position - named.start >= self._longest_name:
                return
            if named.kind == kind and position < named.end:
                yield named

    def named_before(self, position: int, kind: str) -> Iterator[Named]:
        """Mentions of one kind that begin before the character, the nearest first."""
        for place in range(bisect_left(self._name_starts, position) - 1, -1, -1):
            if self.named[place].kind == kind:
                yield self.named[place]

    def sentence_at(self, position: int) -> Span:
        """The sentence that holds the character, or the one before it."""
        return self.sentences[max(0, bisect_right(self._starts, position) - 1)]

    def sentences_before(self, position: int, reach: int) -> Sequence[Span]:
        """Up to `reach` sentences that end before the one that holds the character, the nearest first."""
        place = max(0, bisect_right(self._starts, position) - 1)
        return self.sentences[max(0, place - reach) : place][::-1]

    def paragraph_at(self, position: int) -> Span:
        """The paragraph that holds the character, or the one before it."""
        return self.paragraphs[max(0, bisect_right(self._paragraph_starts, position) - 1)]


def story_of(doc: Doc) -> Story:
    """Return the story of `doc`, one for all components that read statements: its names are settled by then."""
    if doc._.story is None:
        doc._.story = Story(doc._.dossier, sentence_spans(doc))
    story: Story = doc._.story
    return story


def _stripped(body: str, span: Span) -> Span:
    start, end = span
    return start, start + len(body[start:end].rstrip())


def _within(body: str, sentences: Iterable[Span], paragraphs: Sequence[Span]) -> Iterable[Span]:
    """Cut the sentences at paragraph ends, since a model may run over a heading."""
    cuts = [start for start, _ in paragraphs]
    for start, end in sentences:
        inner = [start, *cuts[bisect_right(cuts, start) : bisect_left(cuts, end)], end]
        for left, right in pairwise(inner):
            piece = _stripped(body, (left, right))
            if piece[0] < piece[1]:
                yield piece
