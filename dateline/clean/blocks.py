"""What a line looks like: words, terminal punctuation, share of function words, script."""

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from dateline.clean.text import Line

_WORD: Final = re.compile(r"[^\W_]+(?:['’ʻ‘-][^\W_]+)*")
_TERMINAL: Final = re.compile(r"[.!?…:;。！？؟۔][\"”’'»“)\]」』]*$|[\"”»」』]$")
_POST_END: Final = re.compile(r"[.!?…\"”»)](?:\s\S+){0,4}\s\S*(?:://|\.\w{2,3}/|@)\S+$")  # a post ends in its address
BROKEN_OFF: Final = re.compile(r"(?:\.\.\.|…|\[\W*\]|\b(?:[Rr]ead more|далее|подробнее)\W*)$")
_UNSPACED: Final = re.compile(r"[\u0e00-\u0eff\u1000-\u109f\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")
_CYRILLIC: Final = re.compile(r"[\u0400-\u04ff]")
_LATIN: Final = re.compile(r"[A-Za-z\u00c0-\u024f]")
_PIPES: Final = re.compile(r"\s[|•·»›>]\s|\|")
_FUNCTION_WORDS: Final = (
    "the a an of and in to on for with at by from as is are was were be been has have had will would that which who "
    "this it its he she they his her their not but or also after before during under between into over about said "
    "и в во на с со к по о об от до из за для что как это его её их он она они не но или также был была были было "
    "при под между после перед который которые которая будет у а же то "
    "va bilan uchun bu ham va the ve bir bu için ile olarak да мен бен және үшін бұл"
    " de la le et les des en el y los que der die und das von"
)
FUNCTION_WORDS: Final = frozenset(_FUNCTION_WORDS.split())
PROSE_WORDS: Final = 8
_SENTENCE_WORDS: Final = 4
_LONG_LINE: Final = 25
_TAIL: Final = 24
_COUNTED: Final = 40


@dataclass(slots=True)
class Look:
    """Features of one line."""

    line: Line
    text: str
    n_words: int
    is_terminal: bool
    function_share: float
    is_cyrillic: bool
    reason: str | None = None
    """Why the line is furniture; None while it may be story."""
    rule: str = ""
    opens: str | None = None
    """Reason of the foreign section (related stories, comments) that this line opens."""
    is_insert: bool = False
    """The section is a "read also" put between paragraphs, a headline or two long."""

    @property
    def is_prose(self) -> bool:
        """A sentence or more of running text."""
        if self.reason or self.n_words < PROSE_WORDS or not self.is_terminal:
            return False
        if self.n_words >= _LONG_LINE:
            return self.line.links < 0.6
        least = 0.04 if self.is_cyrillic or self.n_words >= 2 * PROSE_WORDS else 0.12
        return self.function_share >= least and self.line.links < 0.6

    @property
    def is_sentence(self) -> bool:
        """A sentence, however short, that nothing marks as furniture."""
        return (
            not self.reason
            and self.n_words >= _SENTENCE_WORDS
            and (self.text[-1] in '.!?…"”»' or (self.is_terminal and self.text[-1] not in ":;"))
            and not self.line.bullet
            and (self.function_share > 0 or self.n_words > _SENTENCE_WORDS)
        )

    @property
    def breaks_off(self) -> bool:
        """The beginning of another story, as lists of stories print it."""
        return BROKEN_OFF.search(self.text, max(0, len(self.text) - _TAIL)) is not None

    def drop(self, reason: str, rule: str) -> None:
        """Mark the line as furniture, unless something else did before."""
        if not self.reason:
            self.reason, self.rule = reason, rule


def look_at(line: Line) -> Look:
    """Measure one line."""
    text = line.text.text
    words = _WORD.findall(text.lower())
    n = len(words)
    if not text.isascii() and (unspaced := len(_UNSPACED.findall(text))):  # scripts without spaces: two letters a word
        n = max(n, unspaced // 2)
    first = words[:_COUNTED]
    function = sum(map(FUNCTION_WORDS.__contains__, first)) / (len(first) or 1)
    ends = _TERMINAL.search(text, max(0, len(text) - _TAIL)) or (text[-1].isalnum() and _POST_END.search(text))
    return Look(line, text, n, bool(ends), function, is_cyrillic(text))


@lru_cache(maxsize=4096)
def is_cyrillic(text: str) -> bool:
    """Tell whether most letters (of the first 200 characters) are Cyrillic."""
    head = text[:200]
    return len(_CYRILLIC.findall(head)) > len(_LATIN.findall(head))


def content_words(text: str) -> set[str]:
    """Return the stems (first five letters) of the words of a line that carry meaning."""
    words = {word for word in _WORD.findall(text.lower()) if len(word) > 2}
    return {word[:5] for word in words - FUNCTION_WORDS}


def has_pipes(text: str) -> bool:
    """Tell whether the line is a list of parts with bars between them."""
    return len(_PIPES.findall(text)) > 1 or ("|" in text and len(text) < 120)
