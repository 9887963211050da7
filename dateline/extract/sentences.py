"""Sentence ends by rule: the marks, but not after initials, ranks and abbreviations, nor before a small letter."""

import re

from spacy.language import Language
from spacy.tokens import Doc

_END = re.compile(
    r"""
    (?P<mark>[.!?…]+)
    (?P<close>["”»’')\]]*)
    (?P<gap>\s+)
    (?=["“«‘'(\[–—-]*\s*[^\W_a-zа-яё])
    | (?P<paragraph>\n\s*\n\s*)
    """,
    re.VERBOSE,
)
_ABBREVIATED = re.compile(
    r"""(?:^|[\s("“«.-])
    (?: [^\W\d_]                                        # an initial
      | Sh|Zh|Kh|Ch|Yu|Ya|Ye|Ts|Dzh|Al                  # an initial of two letters
      | Gen|Lt|Col|Maj|Brig|Capt|Adm|Sgt|Mr|Mrs|Ms|Dr|Prof|Hon|Smt|St|Sen|Rep|Gov|Amb|Cdre|Messrs
      | Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec|No|Nos|vs|etc|approx|ca|cf|fig|vol|art
      | г|гг|ул|им|тыс|млн|млрд|руб|т|д|п|др|проф|ген|полк
    )$""",
    re.VERBOSE | re.IGNORECASE,
)
_NUMBERED_MONTH = re.compile(r"(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)$")


def sentence_starts(text: str) -> list[int]:
    """Return the characters at which sentences of `text` begin; 0 is always one."""
    starts = [0]
    for match in _END.finditer(text):
        if match["paragraph"] or not _is_abbreviated(text, match):
            starts.append(match.end())
    return starts


def _is_abbreviated(text: str, match: re.Match[str]) -> bool:
    if match["mark"] != "." or match["close"] or "\n" in match["gap"]:
        return False
    return bool(_ABBREVIATED.search(text[max(0, match.start() - 8) : match.start()]))


class SentenceMarker:
    """Sets the sentence starts of a `Doc`."""

    def __call__(self, doc: Doc) -> Doc:
        """Mark the sentences of `doc`."""
        starts = iter(sentence_starts(doc.text))
        following = next(starts, None)
        for token in doc:
            token.is_sent_start = following is not None and token.idx >= following and not token.is_space
            while following is not None and following <= token.idx and token.is_sent_start:
                following = next(starts, None)
        if len(doc):
            doc[0].is_sent_start = True
        return doc


@Language.factory("sentences")
def make_sentence_marker(nlp: Language, name: str) -> SentenceMarker:
    """Build the component."""
    return SentenceMarker()
