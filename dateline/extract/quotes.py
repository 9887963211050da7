"""Who said what: direct quotations and reported clauses with their speakers."""

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

from spacy.language import Language
from spacy.tokens import Doc

from dateline.extract.attribution import Cue, Unit, find_cues, speaker_of, units
from dateline.extract.dossier import QuoteDraft
from dateline.extract.indirect_speech import find_reported
from dateline.extract.quote_marks import Quoted
from dateline.extract.speakers import phrase_opening, subject_after
from dateline.extract.speaking_bodies import Speaker
from dateline.extract.story import QUOTED, Story, story_of
from dateline.lexicon.cues import alternatives, load_cues

_NAMING = re.compile(rf"(?<!\w)(?:{alternatives(load_cues().naming)})\s*[:,–—-]?\s*(?:the\s+)?$", re.IGNORECASE)
_TERMING = re.compile(rf"(?<!\w)(?:{alternatives(load_cues().terming)})\s*[:,–—-]?\s*(?:the\s+)?$", re.IGNORECASE)
_JUDGED = re.compile(
    r"\s*(?:(?!that\b)[^\s,.;:]+\s+){0,8}?(?:(?:as|to\s+be|an?|the)\s+)*(?:[\w-]+ly\s+)?", re.IGNORECASE
)
_ENDS_SENTENCE = re.compile(r"[.!?…]$")
_SMALL_WORDS: Final = frozenset(["of", "the", "and", "for", "in", "on", "a", "an", "to", "with", "at", "by"])
_INTRODUCES: Final = 2
"""Characters between a verb and the mark that opens what it introduces: a colon or comma, and a blank."""
_MIN_FRAGMENT_WORDS: Final = 3
_MIN_UNATTRIBUTED_WORDS: Final = 6


@dataclass(frozen=True, slots=True)
class _Attributed:
    quoted: Quoted
    speaker: Speaker | None
    lemma: str | None
    is_mixed: bool


@dataclass(frozen=True, slots=True)
class _Reading:
    """A story with its quotations masked, its sentences, and the quotations attributed so far."""

    story: Story
    text: str
    sentences: Sequence[Unit]
    earlier: Sequence[_Attributed]


def find_quotes(story: Story) -> list[QuoteDraft]:
    """Return the quotes of a story in order of the text: direct and mixed ones, and the clauses reported."""
    stretches = [quoted for quoted in story.quoted if not _is_name(story, quoted)]
    direct = _attributed(story, stretches)
    text = story.masking([found.quoted.outer for found in direct])
    sentences = units(story, [found.quoted.outer for found in direct])
    quotes = [_draft(story, found) for found in direct]
    for reported in find_reported(story, text, sentences):
        quotes.append(_with_speaker(QuoteDraft(reported.span, "indirect", reported.lemma), reported.speaker, story))
    return sorted(quotes, key=lambda quote: quote.span)


def _draft(story: Story, found: _Attributed) -> QuoteDraft:
    draft = QuoteDraft(found.quoted.span, "mixed" if found.is_mixed else "direct", found.lemma)
    return _with_speaker(draft, found.speaker, story) if found.speaker else draft


def _with_speaker(draft: QuoteDraft, speaker: Speaker, story: Story) -> QuoteDraft:
    return replace(
        draft,
        speaker_person=speaker.person,
        speaker_organization=speaker.organization,
        speaker_office=speaker.office,
        speaker_surface=story.body[slice(*speaker.surface)].strip(" ,"),
    )


def _is_name(story: Story, quoted: Quoted) -> bool:
    """Names of exercises, titles of works and orders stand in quotation marks too."""
    words = story.body[slice(*quoted.span)].split()
    before = story.body[max(0, quoted.outer[0] - 40) : quoted.outer[0]]
    if len(words) <= 8 and (_TERMING.search(before) or (words[0][0].isupper() and _NAMING.search(before))):
        return True
    content = [word for word in words if word.lower() not in _SMALL_WORDS]
    titled = all(word[0].isupper() or not word[0].isalpha() for word in content)
    return titled and len(words) <= 8 and not _ENDS_SENTENCE.search(words[-1])


def _attributed(story: Story, stretches: Sequence[Quoted]) -> list[_Attributed]:
    text = story.masking([quoted.outer for quoted in stretches])
    sentences = units(story, [quoted.outer for quoted in stretches])
    starts = [unit.start for unit in sentences]
    found: list[_Attributed] = []
    for quoted in stretches:
        place = bisect_right(starts, quoted.outer[0]) - 1
        inside = place >= 0 and quoted.outer[0] < sentences[place].end
        unit = sentences[place] if inside else Unit(*quoted.outer)
        attributed = _attribute(_Reading(story, text, sentences, found), quoted, unit)
        if attributed is not None:
            found.append(attributed)
    return found


def _attribute(reading: _Reading, quoted: Quoted, unit: Unit) -> _Attributed | None:
    story, text = reading.story, reading.text
    n_words = len(story.body[slice(*quoted.span)].split())
    cues = find_cues(text, unit.start, unit.end)
    opens = not text[unit.start : quoted.outer[0]].strip(" \n–—-")
    ordered = _by_nearness(cues, quoted)
    for cue in ordered:
        speaker = speaker_of(story, text, cue, unit, cues)
        if speaker is not None and (n_words >= _MIN_FRAGMENT_WORDS or opens or _is_judgment(text, cue, quoted)):
            return _Attributed(quoted, speaker, cue.lemma, is_mixed=not opens and not _introduced(text, quoted))
    if not ordered and n_words >= _MIN_FRAGMENT_WORDS and (whose := _owner_before_colon(story, text, quoted, unit)):
        return _Attributed(quoted, whose, None, is_mixed=False)
    following = next((cue for cue in cues if cue.start >= quoted.outer[1]), None)
    if opens and following is not None and n_words >= _MIN_FRAGMENT_WORDS:
        return _Attributed(quoted, _nameless(story, text, quoted, following), following.lemma, is_mixed=False)
    if not opens or text[quoted.outer[1] : unit.end].strip(" .\n"):
        return _loose(quoted, n_words, story, opens)
    going_on = _speaker_around(reading, quoted, unit)
    if going_on is None:
        return _loose(quoted, n_words, story, opens)
    return _Attributed(quoted, *going_on, is_mixed=False)


def _nameless(story: Story, text: str, quoted: Quoted, cue: Cue) -> Speaker | None:
    """The words of a speaker whom the dossier does not know ("a villager")."""
    words = re.search(r"[^\s,–—-][^,–—]*$", text[quoted.outer[1] : cue.start].rstrip())
    start = quoted.outer[1] + words.start() if words else cue.start
    return Speaker((start, cue.start)) if words else None


def _introduced(text: str, quoted: Quoted) -> bool:
    return bool(re.search(r"[:,]\s*$", text[max(0, quoted.outer[0] - 3) : quoted.outer[0]]))


def _is_judgment(text: str, cue: Cue, quoted: Quoted) -> bool:
    """Whether few words in marks are those of a judgment ("called the talks 'timely'"), not a term or a name."""
    between = text[cue.end : quoted.outer[0]]
    return cue.lemma in load_cues().appraisal and cue.end <= quoted.outer[0] and bool(_JUDGED.fullmatch(between))


def _owner_before_colon(story: Story, text: str, quoted: Quoted, unit: Unit) -> Speaker | None:
    """Who speaks in words that a colon introduces without a verb ("The minister was brief: …", "X's answer: …")."""
    lead = text[unit.start : quoted.outer[0]].rstrip()
    if not lead.endswith(":"):
        return None
    opening = phrase_opening(story, unit.start, quoted.outer[0])
    if opening is not None and opening.person is not None:
        return opening
    people = story.within(unit.start, quoted.outer[0], "person")
    return Speaker((people[0].start, people[0].end), person=int(people[0].key)) if len(people) == 1 else None


def _loose(quoted: Quoted, n_words: int, story: Story, opens: bool) -> _Attributed | None:
    """Words between marks that nobody is said to have said: kept as unresolved only if they read as a sentence."""
    sentence_like = _ENDS_SENTENCE.search(story.body[slice(*quoted.span)])
    if opens and n_words >= _MIN_UNATTRIBUTED_WORDS and sentence_like:
        return _Attributed(quoted, None, None, is_mixed=False)
    return None


def _by_nearness(cues: Sequence[Cue], quoted: Quoted) -> list[Cue]:
    """The cue right after the closing mark counts first, then those before the opening mark, then the others."""
    after = [cue for cue in cues if cue.start >= quoted.outer[1]]
    before = [cue for cue in cues if cue.end <= quoted.outer[0]]
    return (
        [*after[:1], *reversed(before), *after[1:]]
        if not before or not after
        else _nearest_first(before, after, quoted)
    )


def _nearest_first(before: Sequence[Cue], after: Sequence[Cue], quoted: Quoted) -> list[Cue]:
    near_before = quoted.outer[0] - before[-1].end
    if near_before <= _INTRODUCES and after[0].shape == "according":
        near_before = 0  # "X said: '...', according to the ministry": the ministry passes X's words on
    near_after = after[0].start - quoted.outer[1]
    first, second = ([*reversed(before)], [*after]) if near_before < near_after else ([*after], [*reversed(before)])
    return [*first, *second]


def _speaker_around(reading: _Reading, quoted: Quoted, unit: Unit) -> tuple[Speaker | None, str | None] | None:
    """Who goes on speaking where a quotation is a sentence of its own."""
    story, text, sentences, earlier = reading.story, reading.text, reading.sentences, reading.earlier
    place = bisect_right(sentences, unit.start, key=lambda other: other.start) - 1
    if place >= 0 and sentences[place] != unit:
        place = -1
    following = sentences[place + 1] if 0 <= place < len(sentences) - 1 else None
    if following is not None and len(text[following.start : following.end].split()) <= 6:
        cues = find_cues(text, following.start, following.end)
        if cues and QUOTED not in text[following.start : following.end]:
            speaker = speaker_of(story, text, cues[0], following, cues) or subject_after(
                story, cues[0].end, following.end
            )
            if speaker is not None:
                return speaker, cues[0].lemma
    if earlier and story.paragraph_at(earlier[-1].quoted.outer[0]) == story.paragraph_at(quoted.outer[0]):
        return earlier[-1].speaker, earlier[-1].lemma
    if place > 0:
        previous = sentences[place - 1]
        cues = find_cues(text, previous.start, previous.end)
        for cue in reversed(cues):
            speaker = speaker_of(story, text, cue, previous, cues)
            if speaker is not None and speaker.is_known:
                return speaker, cue.lemma
    return (earlier[-1].speaker, earlier[-1].lemma) if earlier else None


@Language.factory("quotes")
class QuoteFinder:
    """Adds the quotes to the dossier."""

    def __init__(self, nlp: Language, name: str) -> None:
        self.name = name

    def __call__(self, doc: Doc) -> Doc:
        """Read the dossier's names, write its quotes."""
        story = story_of(doc)
        doc._.dossier.quotes = find_quotes(story)
        return doc
