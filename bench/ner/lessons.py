"""What a model of names learns from: golden stories with their spans, and the same stories under other names."""

import re
import tomllib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from random import Random
from typing import Any, Final

from dateline.lexicon.countries import countries
from tests.eval.gold import Gold, gold_documents

_SITES: Final = frozenset({"site", "facility"})
_INITIAL: Final = re.compile(r"(?:[^\W\d_]\.)+")
_GLUED: Final = re.compile(r"((?:[^\W\d_]\.)+)(\w.*)")
_INITIALS: Final = "ABDEGIKLMNRSTV"


@lru_cache(maxsize=1)
def material() -> dict[str, Any]:
    """Return the names to draw from (`peoples`) and who wrote which golden file (`writers`)."""
    return tomllib.loads(Path(__file__).with_name("material.toml").read_text(encoding="utf-8"))


Span = tuple[int, int, str]
"""Start, end (characters of the text) and label of a name, in the labels of OntoNotes."""


@dataclass(frozen=True, slots=True)
class Lesson:
    """A text with all its names; `people` are the printed forms of each person, `file` where it comes from."""

    file: str
    text: str
    spans: tuple[Span, ...]
    people: tuple[tuple[str, ...], ...] = ()


def golden_lessons(folder: Path) -> Iterator[Lesson]:
    """Yield the English golden stories of `folder`."""
    for gold in gold_documents(folder):
        if gold.is_story and gold.language == "en":
            people = tuple(tuple(person.mentions) for person in gold.people)
            yield Lesson(gold.file, gold.body, tuple(_spans(gold)), people)


def public_lessons(file: Path) -> Iterator[Lesson]:
    """Yield the sentences of a public set in two columns, word and `I-PER`, `I-ORG`, `I-LOC` or another label."""
    for number, block in enumerate(file.read_text(encoding="utf-8").strip().split("\n\n")):
        text, last = "", ""
        spans: list[Span] = []
        for word, label in (line.split() for line in block.splitlines()):
            kind = _PUBLIC.get(label, "")
            start = len(text)
            if kind and kind == last:
                start = spans.pop()[0]
            text += word
            if kind:
                spans.append((start, len(text), kind))
            text, last = text + " ", kind
        yield Lesson(f"{file.name}#{number}", text.rstrip(), tuple(spans))


_PUBLIC: Final = {"I-PER": "PERSON", "I-ORG": "ORG", "I-LOC": "GPE"}


def _spans(gold: Gold) -> list[Span]:
    """Find every place where a printed form stands as whole words; of two that overlap the longer one counts."""
    forms = [(form, "PERSON") for person in gold.people for form in person.mentions]
    forms += [(form, "ORG") for body in gold.organisations for form in body.mentions]
    forms += [(form, "FAC" if place.kind in _SITES else "GPE") for place in gold.places for form in place.mentions]
    found = [
        (match.start(), match.end(), label)
        for form, label in forms
        for match in re.finditer(rf"(?<!\w){re.escape(form)}(?!\w)", gold.body)
    ]
    return without_overlaps(found)


def without_overlaps(spans: Sequence[Span]) -> list[Span]:
    """Return the spans in order, of two that overlap the longer one; of two equal ones the first given."""
    kept: list[Span] = []
    for span in sorted(spans, key=lambda span: span[0] - span[1]):
        if all(span[1] <= start or end <= span[0] for start, end, _ in kept):
            kept.append(span)
    return sorted(kept)


def under_other_names(lesson: Lesson, draw: Random) -> Lesson:
    """Return the story with other people and other countries, each the same throughout.

    Names are drawn from `material.toml`, so that a model learns where names stand and not whose they are. Titles and
    grammar stay; an adjective goes with its country.
    """
    words = _new_words(lesson, draw)
    edits = [
        (start, end, " ".join(words.get(word, word) for word in lesson.text[start:end].split()))
        for start, end, label in lesson.spans
        if label == "PERSON"
    ]
    taken = [(start, end) for start, end, _ in edits]
    for start, end, form in _other_countries(lesson.text, draw):
        if all(end <= first or last <= start for first, last in taken):
            edits.append((start, end, form))
    return _edited(lesson, sorted(edits))


def _edited(lesson: Lesson, edits: Sequence[tuple[int, int, str]]) -> Lesson:
    text, last, moves = "", 0, []
    for start, end, form in edits:
        text += lesson.text[last:start] + form
        last = end
        moves.append((end, len(text) - end))
    text += lesson.text[last:]

    def moved(position: int) -> int:
        return position + next((move for end, move in reversed(moves) if end <= position), 0)

    spans = tuple((moved(start), moved(end), label) for start, end, label in lesson.spans)
    return Lesson(lesson.file, text, spans)


def _new_words(lesson: Lesson, draw: Random) -> dict[str, str]:
    """Return what each word of a name becomes: a family name for the family name, a given name for the others."""
    peoples = list(material()["peoples"].values())
    words: dict[str, str] = {}
    for forms in lesson.people:
        people = draw.choice(peoples)
        single = {form for form in forms if " " not in form and "." not in form}
        fullest = max(forms, key=lambda form: len(form.split())).split()
        for place, word in enumerate(fullest):
            is_family = word in single or (not single and place == len(fullest) - 1)
            new = draw.choice(people["family" if is_family else "given"])
            words.setdefault(word, _like(word, new, draw))
    return words


def _like(word: str, new: str, draw: Random) -> str:
    """Print `new` as `word` is printed: as initials, in capitals, or not at all if it is a small word of a name."""
    if _INITIAL.fullmatch(word):
        return re.sub(r"[^\W\d_]", lambda _: draw.choice(_INITIALS), word)
    if glued := _GLUED.match(word):
        return _like(glued[1], new, draw) + _like(glued[2], new, draw)
    if word[0].islower():
        return word
    return new.upper() if word.isupper() and len(word) > 1 else new


def _other_countries(text: str, draw: Random) -> Iterator[tuple[int, int, str]]:
    """Yield the nouns and adjectives of countries in `text` with those of another country."""
    known = [country for country in countries().values() if country.adjectives]
    forms = {
        form: (country.code, kind)
        for country in known
        for kind, printed in (("noun", country.nouns), ("adjective", country.adjectives))
        for form in printed
        if len(form) > 3 and form[0].isupper()
    }
    pattern = re.compile(rf"\b(?:{'|'.join(sorted(map(re.escape, forms), key=len, reverse=True))})\b")
    new = {}
    for match in pattern.finditer(text):
        code, kind = forms[match.group()]
        if code not in new:
            new[code] = draw.choice(known)
        other = new[code]
        yield match.start(), match.end(), other.name if kind == "noun" else other.adjectives[0]
