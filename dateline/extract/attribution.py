"""Attributions: each place of a story where words of saying name a speaker, and the clause that they report."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final, Literal

from dateline.extract.dossier import Span
from dateline.extract.quick_patterns import quick
from dateline.extract.speaker_titles import over_addressee
from dateline.extract.speakers import main_subject, phrase_at_start, subject_after, subject_before
from dateline.extract.speaking_bodies import Speaker
from dateline.extract.story import QUOTED, Story
from dateline.lexicon.cues import SpeechVerb, alternatives, load_cues

_CUES: Final = load_cues()
_VERB = quick(rf"(?<![\w’'-])(?:{alternatives(_CUES.verbs)})(?![\w’'-])", re.IGNORECASE)
_PHRASE_VERBS: Final = {form: lemma for lemma, forms in _CUES.phrase_forms.items() for form in forms}
_PHRASE = quick(
    "|".join(
        rf"(?<!\w)(?:{alternatives(_CUES.phrase_forms[lemma])})\s+(?:[\w’'-]+\s+){{0,3}}?"
        rf"(?:{alternatives(nouns)})\s+that(?!\w)"
        for lemma, nouns in _CUES.phrases.items()
    ),
    re.IGNORECASE,
)
_ACCORDING = quick(rf"(?<!\w)(?:{alternatives(_CUES.according)})(?!\w)\s*", re.IGNORECASE)
_AROUND = quick(
    "|".join(
        rf"(?<!\w)(?:{opening})\s+(?P<whose{number}>[^,.;]{{2,60}}?)(?:['’]s?)?\s+{closing}(?!\w)"
        for number, (opening, closing) in enumerate(_CUES.around)
    ),
    re.IGNORECASE,
)
_CLAUSE_FOLLOWS = re.compile(r"\s*(?:that|,|\.|$|:)")
_INVERTED = re.compile(
    r"^[\s,–—\"“”«»'’-]*$|[,–—-]\s*$|(?<!\w)as\s+$|^[\s,–—-]*(?:has|have|had)\s+$|[,–—-]\s*(?:has|had)\s+$",
    re.IGNORECASE,
)
_GOES_ON = re.compile(r"[\s,;]*(?:and|but)\s+(?:also\s+|then\s+|further\s+|\w+ly\s+)?", re.IGNORECASE)
_QUOTED_AS = quick(
    r"(?<!\w)(?:quoted|quotes|quoting|cited|cites|citing)\s+(?P<who>[^,;.]{2,90}?)\s+as\s+saying(?!\w)", re.IGNORECASE
)
_CITING = quick(r"(?<!\w)(?:citing|with\s+reference\s+to|referring\s+to|quoting)\s+(?=\S)", re.IGNORECASE)
_LEARNED = quick(
    r",\s+(?:the\s+)?[^\s,.;]+(?:\s+[^\s,.;]+){0,3}?\s+(?:has\s+|was\s+)?(?:learned|learnt|told)\s+(?:from|by|in)\s+(?=\S)"
)
"""The outlet that heard it from the speaker who follows."""
Shape = Literal["finite", "participle", "according", "quoted"]


@dataclass(frozen=True, slots=True)
class Cue:
    """Words that report speech; `verb` tells what they take, `has_that` that the phrase itself ends in "that"."""

    start: int
    end: int
    lemma: str
    shape: Shape
    verb: SpeechVerb
    has_that: bool = False


@dataclass(frozen=True, slots=True)
class Unit:
    """A sentence as quotations see it: sentences that a quotation joins are one unit."""

    start: int
    end: int


def units(story: Story, joined: Sequence[Span]) -> list[Unit]:
    """Return the sentences of a story, those joined that the stretches of `joined` run across."""
    found: list[Unit] = []
    for start, end in story.sentences:
        if found and any(a < start < b for a, b in joined):
            found[-1] = Unit(found[-1].start, max(end, found[-1].end))
        else:
            found.append(Unit(start, end))
    return found


def find_cues(text: str, start: int, end: int) -> list[Cue]:
    """Return the words of saying in a stretch of masked text, in order, none within another."""
    found = [*_phrases(text, start, end), *_prepositions(text, start, end)]
    taken = [(cue.start, cue.end) for cue in found]
    for match in _VERB.finditer(text, start, end):
        if any(a < match.end() and match.start() < b for a, b in taken):
            continue
        cue = _verb_cue(text, match)
        if cue is not None:
            found.append(cue)
    return sorted(found, key=lambda cue: cue.start)


_NOUN_BEFORE = re.compile(
    r"(?<!\w)(?:the|an?|his|her|its|their|this|that|no|each|of|to|will|would|should|must|can|could|may|might|not|and"
    r"|joint|final|further)\s+$",
    re.IGNORECASE,
)
_INFINITIVE_BEFORE = re.compile(r"(?<!\w)(?:to|will|would|should|must|can|could|may|might|not)\s+$", re.IGNORECASE)
_BE_BEFORE = re.compile(
    r"(?<!\w)(?:be|been|being|is|are|was|were|as|it\s+was|were\s+also|was\s+also|are\s+also"
    r"|is\s+also)\s+(?:\w+ly\s+)?$",
    re.IGNORECASE,
)


def _verb_cue(text: str, match: re.Match[str]) -> Cue | None:
    """Read a form as a verb, unless it stands where a noun, an infinitive or a passive does."""
    form = re.sub(r"\s+", " ", match.group().lower())
    verb = _CUES.verbs.get(form) or SpeechVerb(form, takes_that=True)
    before = text[max(0, match.start() - 24) : match.start()]
    if _INFINITIVE_BEFORE.search(before):
        return None
    if form == verb.lemma:
        return (
            None
            if _NOUN_BEFORE.search(before) or not re.search(r"(?:s|they|who|we|you|i)\s+$", before, re.IGNORECASE)
            else Cue(*match.span(), verb.lemma, "finite", verb)
        )
    if form.endswith("s") and _NOUN_BEFORE.search(before):
        return None
    if _BE_BEFORE.search(before) and " as " not in form:
        return None
    if re.search(r"(?<!\w)(?:the|an?|his|her|its|their)\s+$", before):
        return None
    shape: Shape = "participle" if form.split()[0].endswith("ing") else "finite"
    return Cue(*match.span(), verb.lemma, shape, verb)


def _phrases(text: str, start: int, end: int) -> Iterator[Cue]:
    for match in _QUOTED_AS.finditer(text, start, end):
        yield Cue(*match.span(), "quote", "quoted", SpeechVerb("quote", takes_that=True, takes_bare=True))
    for match in _PHRASE.finditer(text, start, end):
        form = match.group().split()[0].lower()
        lemma = _PHRASE_VERBS[form]
        shape: Shape = "participle" if form.endswith("ing") and form != "being" else "finite"
        yield Cue(*match.span(), lemma, shape, SpeechVerb(lemma, takes_that=True), has_that=True)


def _prepositions(text: str, start: int, end: int) -> Iterator[Cue]:
    for pattern in (_ACCORDING, _AROUND, _CITING, _LEARNED):
        for match in pattern.finditer(text, start, end):
            lemma = re.sub(r"\s+", " ", match.group().split()[0].lower())
            yield Cue(
                *match.span(), "according to" if pattern is not _CITING else "cite", "according", SpeechVerb(lemma)
            )


def speaker_of(story: Story, text: str, cue: Cue, unit: Unit, cues: Sequence[Cue]) -> Speaker | None:
    """Return who speaks at a cue, looking before the verb, after it, or at the verb that a participle leans on."""
    if cue.shape == "according":
        return _according_speaker(story, text, cue, unit)
    if cue.shape == "quoted":
        who = _QUOTED_AS.match(text, cue.start)
        return phrase_at_start(story, *who.span("who")) if who else None
    if cue.shape == "participle":
        return _participle_speaker(story, text, cue, unit, cues)
    start = _clause_start(text, unit.start, cue.start)
    before = subject_before(story, start, cue.start)
    if (
        before is None
        and not _CLAUSE_FOLLOWS.match(text, cue.end, unit.end)
        and _INVERTED.search(text[start : cue.start])
    ):
        return subject_after(story, over_addressee(story, cue.end, unit.end), unit.end)
    if before is None and start > unit.start and _GOES_ON.fullmatch(text, start, cue.start):
        earlier = [other for other in cues if other.end <= start and other.shape == "finite"]
        return speaker_of(story, text, earlier[-1], unit, cues) if earlier else None
    return before


def _clause_start(text: str, start: int, position: int) -> int:
    """Where the narration before a verb begins: after the last quotation."""
    quoted = text.rfind(QUOTED, start, position)
    return start if quoted < 0 else quoted + 1


def _according_speaker(story: Story, text: str, cue: Cue, unit: Unit) -> Speaker | None:
    around = _AROUND.match(text, cue.start)
    if around and around.end() == cue.end:
        name = next(key for key, value in around.groupdict().items() if value is not None)
        return phrase_at_start(story, *around.span(name))
    stop = re.compile(r",|:|\.\s|\.$|;|\s[-–—]\s").search(text, cue.end, unit.end)
    return phrase_at_start(story, cue.end, stop.start() if stop else unit.end)


def _participle_speaker(story: Story, text: str, cue: Cue, unit: Unit, cues: Sequence[Cue]) -> Speaker | None:
    earlier = [other for other in cues if other.shape == "finite" and other.end <= cue.start]
    later = [other for other in cues if other.shape == "finite" and other.start >= cue.end]
    for other in (*reversed(earlier), *later[:1]):
        found = speaker_of(story, text, other, unit, cues)
        if found is not None:
            return found
    return main_subject(story, _clause_start(text, unit.start, cue.start), cue.start)
