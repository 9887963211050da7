"""Statements that an outlet passes on from somebody else: "передает X со ссылкой на Y", "следует из сообщения Y"."""

from collections.abc import Iterator
from typing import Final

from dateline.extract.dossier import Span
from dateline.extract.russian.reading import DASHES, Reading
from dateline.extract.russian.speakers import Speaker, SpeakerFinder, reporting_verb
from dateline.lexicon.russian import russian_words

_REFERENCE: Final = "ссылка"
_TO_SOURCE: Final = 3
_TO_BODY: Final = 4
_FOLLOWS: Final = "следовать"


def by_reference(reading: Reading, finder: SpeakerFinder, words: range) -> Iterator[tuple[Span, str, Speaker]]:
    """Yield the statement of a sentence that names its source behind the outlet's verb.

    Args:
        reading: The body.
        finder: Resolves the source.
        words: The words of the sentence.
    """
    for index in words:
        source = _source_after(reading, index, words)
        verb = _verb_before(reading, index, words) if source else None
        if source is None or verb is None:
            continue
        speaker = _source(reading, finder, source)
        clause = _clause(reading, verb, words)
        if speaker and clause:
            yield clause, "со ссылкой" if _REFERENCE in reading.keys(index) else "следует", speaker
        return


def source_behind(reading: Reading, finder: SpeakerFinder, words: range) -> Speaker | None:
    """Return whom "со ссылкой на X" names in a stretch, if anybody."""
    for index in words:
        if source := _source_after(reading, index, words):
            return _source(reading, finder, source)
    return None


def _source(reading: Reading, finder: SpeakerFinder, words: range) -> Speaker | None:
    """The holder of a title that opens the stretch, the body named at its beginning, or whoever is named in it."""
    is_titled = any(office.first == words.start for office in reading.offices)
    body = None if is_titled else any_body(reading, finder, words[:_TO_BODY])
    return body or finder.among(words, subjects_only=False) or any_body(reading, finder, words)


def _source_after(reading: Reading, index: int, words: range) -> range | None:
    """The words of the source: behind "со ссылкой на", or "из сообщения" after "следует"."""
    start = None
    if _REFERENCE in reading.keys(index) and reading.at(index + 1) == "на":
        start = index + 2
    sources = frozenset(russian_words()["reporting"]["sources"])
    follows = _FOLLOWS in reading.keys(index) and reading.at(index + 1) == "из"
    if follows and any(reading.keys(at) & sources for at in range(index + 2, index + 2 + _TO_SOURCE)):
        start = index + 2
    if start is None:
        return None
    stop = next((at for at in range(start, words.stop) if reading.at(at) in (",", ":")), words.stop)
    return range(start, stop)


def _verb_before(reading: Reading, index: int, words: range) -> int | None:
    """The outlet's verb, in the present: "передает", "сообщает"; a person who refers to others speaks for himself."""
    if _FOLLOWS in reading.keys(index):
        return index
    for at in range(index - 1, words.start - 1, -1):
        if reading.at(at) == ",":
            return None
        if reading.words[at].kind == "word" and reporting_verb(reading, at):
            is_present = any(form.pos == "VERB" and form.tense == "pres" for form in reading.words[at].forms)
            people = any(words.start <= found.first < index and found.first > at for found in reading.people)
            return at if is_present and not people else None
    return None


def _clause(reading: Reading, verb: int, words: range) -> Span | None:
    """What stands in front of ", передает X", or behind "Как передает X со ссылкой на Y,"."""
    comma = verb - 1
    while comma > words.start and reading.words[comma].text in DASHES:
        comma -= 1
    if comma > words.start and reading.at(comma) == ",":
        return reading.words[words.start].start, reading.words[comma].start
    if reading.at(verb - 1) == "как":
        behind = next((at for at in range(verb, words.stop) if reading.at(at) == ","), None)
        return (reading.words[behind].end, reading.words[words.stop - 1].end) if behind is not None else None
    return None


def any_body(reading: Reading, finder: SpeakerFinder, words: range) -> Speaker | None:
    """Return the first body named in a stretch as the speaker, news agencies left out."""
    for found in reading.bodies:
        if found.first in words and finder.dossier.organizations[str(found.key)].kind != "media":
            return Speaker(reading.surface(found.first, found.last), organization=str(found.key))
    return None
