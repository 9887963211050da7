"""Speech set off by dashes in the manner of dialogue: "— Нужен опыт, — сказал X. — И время."."""

import re
from collections.abc import Iterator, Sequence
from typing import Final

from dateline.extract.dossier import Span
from dateline.extract.quote_marks import Quoted
from dateline.extract.russian import morphology
from dateline.lexicon.russian import russian_words

_OPENING = re.compile(r"[-–—]\s+(?=[«\"“„]?[A-ZА-ЯЁ0-9])")
_AUTHOR = re.compile(r"(?P<stop>[,.!?…])\s?[-–—]\s(?P<words>[^\"«»“”„–—]{3,160}?)(?:(?P<next>[.,:])\s[-–—]\s|\.?$)")
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_VERB_AMONG: Final = 3  # the verb of saying stands among the first words behind the dash


def find_dialogue(text: str, paragraphs: Sequence[Span], quoted: Sequence[Quoted]) -> Iterator[Quoted]:
    """Yield the words said in paragraphs that open with a dash and name their speaker behind another.

    Args:
        text: The body.
        paragraphs: Its paragraphs by characters.
        quoted: The stretches in quotation marks, which dialogue does not hold.
    """
    before = ""
    for start, end in paragraphs:
        announced, before = _announces(before), text[start:end]
        opening = _OPENING.match(text, start, end)
        has_marks = opening and any(start <= stretch.outer[0] < opening.end() for stretch in quoted)
        if opening and not has_marks:
            pieces = list(_pieces(text, start, opening.end(), end))
            yield from pieces or ([Quoted((opening.end(), end), (start, end), is_closed=True)] if announced else [])


def _announces(paragraph: str) -> bool:
    """Whether a paragraph ends in "... сказал:", so that the dash of the next opens what was said."""
    last = re.split(r"[.!?]\s", paragraph)[-1]
    verbs = russian_words()["reporting"]["verbs"]
    spoken = [form for word in _WORD.findall(last) for form in morphology.forms(word)]
    return last.rstrip().endswith(":") and any(form.pos == "VERB" and form.lemma in verbs for form in spoken)


def _pieces(text: str, dash: int, start: int, end: int) -> Iterator[Quoted]:
    """The words before the author's, and those behind them up to the next ones."""
    found = [match for match in _AUTHOR.finditer(text, start, end) if _says(match["words"])]
    for match in found:
        stop = match.start() + (match["stop"] != ",")
        yield Quoted((start, stop), (dash, stop), is_closed=True)
        dash, start = match.end("next") + 1, match.end()
    if found and found[-1]["next"]:
        yield Quoted((start, end), (dash, end), is_closed=True)


def _says(words: str) -> bool:
    """Whether a verb of saying stands at the beginning of the author's words."""
    verbs = russian_words()["reporting"]["verbs"]
    first = _WORD.findall(words)[:_VERB_AMONG]
    return any(form.pos == "VERB" and form.lemma in verbs for word in first for form in morphology.forms(word))
