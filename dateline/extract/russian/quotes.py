"""Quotations in marks: which are words said, what kind they are, and who said them."""

import re
from collections.abc import Iterator
from typing import Final

from dateline.extract.dossier import Dossier, QuoteDraft, Span
from dateline.extract.quote_marks import Quoted
from dateline.extract.russian.indirect_speech import find_indirect
from dateline.extract.russian.reading import DASHES, Reading
from dateline.extract.russian.speakers import Speaker, SpeakerFinder, reporting_verb
from dateline.lexicon.russian import russian_words
from dateline.records import QuoteKind

_INSERTED = re.compile(r"[,.!?…]\s?[-–—]\s(?P<words>[^\"«»“”„]{3,160}?)[,.:]\s[-–—]\s")
_TRAILING = re.compile(r"[,!?…]\s?[-–—]\s(?P<words>[^\"«»“”„]{3,160})$")
_MIN_ALONE: Final = 5
_MAX_NAME_WORDS: Final = 4
_AFTER: Final = 26
_CITING: Final = frozenset(["цитировать", "процитировать", "приводить"])  # whose object speaks


def find_quotes(reading: Reading, dossier: Dossier) -> None:
    """Enter the direct, mixed and indirect quotes of the body, in order, into the dossier."""
    finder = SpeakerFinder(reading, dossier)
    found: list[QuoteDraft] = []
    marks = {quoted.outer[0]: quoted for quoted in reading.quoted}
    for sentence in reading.sentences:
        direct = [
            draft
            for start, quoted in sorted(marks.items())
            if sentence[0] <= start < sentence[1]
            for draft in _direct(reading, finder, quoted, sentence, found)
        ]
        found += direct
        found += find_indirect(reading, finder, sentence, [draft.span for draft in direct])
    dossier.quotes.extend(sorted(found, key=lambda draft: draft.span))


def _direct(
    reading: Reading, finder: SpeakerFinder, quoted: Quoted, sentence: Span, before: list[QuoteDraft]
) -> Iterator[QuoteDraft]:
    pieces, inserted = _split(reading, quoted.span)
    cue, speaker = _attribution(reading, finder, quoted, sentence, inserted)
    kind = _kind(reading, quoted, sentence, is_inserted=inserted is not None)
    if cue is None:
        continues = bool(before) and before[-1].kind == "direct" and _stands_alone(reading, quoted, sentence)
        is_short = len(reading.words_in(quoted.span)) < _MIN_ALONE and reading.text[quoted.outer[0]] not in DASHES
        if not continues or is_short:
            return
        speaker, cue = finder.last, before[-1].cue
    elif _is_name(reading, quoted, cue):
        return
    finder.last = speaker or finder.last
    for piece in pieces:
        yield _draft(piece, kind, cue, speaker)


def _draft(span: Span, kind: QuoteKind, cue: str | None, speaker: Speaker | None) -> QuoteDraft:
    return QuoteDraft(
        span=span,
        kind=kind,
        cue=cue,
        speaker_person=speaker.person if speaker else None,
        speaker_organization=speaker.organization if speaker else None,
        speaker_office=speaker.office if speaker else None,
        speaker_surface=speaker.surface if speaker else None,
    )


def _split(reading: Reading, span: Span) -> tuple[list[Span], range | None]:
    """Cut the author's words out of "A, - сказал X, - B"; return the pieces and the words cut out."""
    for pattern in (_INSERTED, _TRAILING):
        for match in pattern.finditer(reading.text, *span):
            inside = reading.words_in(match.span("words"))
            if any(reporting_verb(reading, index) for index in inside):
                pieces = [(span[0], match.start())]
                if match.end() < span[1]:
                    pieces.append((match.end(), span[1]))
                return pieces, inside
    return [span], None


def _attribution(
    reading: Reading, finder: SpeakerFinder, quoted: Quoted, sentence: Span, inserted: range | None
) -> tuple[str | None, Speaker | None]:
    """The reporting verb's lemma and the speaker, looked for inside, behind and before the quotation."""
    if inserted is not None:
        cue = next((cue for index in inserted if (cue := reporting_verb(reading, index))), None)
        return cue, finder.among(inserted)
    behind = reading.words_in((quoted.outer[1], sentence[1]))[:_AFTER]
    if behind and _leads_to_author(reading, behind):
        cue = _cue_in(reading, _clause(reading, behind))
        if cue:
            return cue, finder.among(behind, subjects_only=cue not in _CITING) or finder.among(behind)
    before = reading.words_in((sentence[0], quoted.outer[0]))
    cue = _cue_in(reading, before) or _prepositional(reading, before)
    if cue:
        any_case = cue.startswith("по ")
        return cue, finder.among(before, subjects_only=not any_case) or finder.among(before, subjects_only=False)
    colon = reading.text[: quoted.outer[0]].rstrip().endswith(":")
    previous = reading.sentence_of(sentence[0]) - 1
    if colon and previous >= 0:
        announcing = before or reading.words_in(reading.sentences[previous])
        return "сказать", finder.among(announcing)
    cue = _cue_in(reading, behind)
    return (cue, finder.among(behind)) if cue else (None, None)


def _leads_to_author(reading: Reading, behind: range) -> bool:
    """A comma or dash right behind the closing mark."""
    return reading.at(behind[0]) == "," or reading.words[behind[0]].text in DASHES


def _clause(reading: Reading, words: range) -> range:
    """The words up to a further quotation."""
    for index in words:
        if any(quoted.outer[0] == reading.words[index].start for quoted in reading.quoted):
            return range(words.start, index)
    return words


def _cue_in(reading: Reading, words: range) -> str | None:
    inside = (index for index in words if not reading.is_quoted(reading.words[index].start))
    return next((cue for index in inside if (cue := reporting_verb(reading, index))), None)


def _prepositional(reading: Reading, words: range) -> str | None:
    for index in words:
        if reading.at(index) == "по":
            noun = next(
                (
                    key
                    for at in (index + 1, index + 2)
                    for key in ("слово", "мнение", "оценка", "данные")
                    if key in reading.keys(at)
                ),
                None,
            )
            if noun:
                return {"слово": "по словам", "мнение": "по мнению", "оценка": "по оценке"}.get(noun, "по данным")
    return None


def _kind(reading: Reading, quoted: Quoted, sentence: Span, *, is_inserted: bool) -> QuoteKind:
    before = reading.text[sentence[0] : quoted.outer[0]].strip()
    if not before or before.endswith(":") or is_inserted:
        return "direct"
    return "direct" if reading.text[quoted.span[0]].isupper() else "mixed"


def _stands_alone(reading: Reading, quoted: Quoted, sentence: Span) -> bool:
    outside = reading.text[sentence[0] : quoted.outer[0]] + reading.text[quoted.outer[1] : sentence[1]]
    return not outside.strip(" .\n")


def _is_name(reading: Reading, quoted: Quoted, cue: str | None) -> bool:
    """A name or term in marks: few words, no verb, and no place where words said would stand."""
    at = reading.index_at(quoted.outer[0]) - 1
    before = reading.keys(at - 1 if reading.at(at) == ":" else at)  # "спланированы учения: «Рубеж», «Поиск»"
    if reading.at(at) == ":":
        before -= russian_words()["instruments"].keys()
    if before & {*russian_words()["reporting"]["named"]} or before & russian_words()["instruments"].keys():
        return True
    words = [reading.words[index] for index in reading.words_in(quoted.span) if reading.words[index].kind != "mark"]
    if any(word.has_pos("VERB", "INFN", "PRED") and word.text.islower() for word in words) and len(words) > 1:
        return False
    behind = reading.words_in((quoted.outer[1], quoted.outer[1] + 4))
    at_start = reading.text[: quoted.outer[0]].rstrip().endswith((":", ".", "\n")) or quoted.outer[0] == 0
    if at_start and behind and (reading.at(behind[0]) == "," or reading.words[behind[0]].text in DASHES):
        return False
    is_capital = reading.text[quoted.span[0]].isupper()
    return len(words) <= 1 or (is_capital and len(words) <= _MAX_NAME_WORDS)
