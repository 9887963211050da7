"""Which of a series an event is: "16th", "sixteenth", "twenty-first", "XVI"."""

import re
from typing import Final

_ORDINALS: Final = {
    word: number
    for number, word in enumerate(
        [
            "first",
            "second",
            "third",
            "fourth",
            "fifth",
            "sixth",
            "seventh",
            "eighth",
            "ninth",
            "tenth",
            "eleventh",
            "twelfth",
            "thirteenth",
            "fourteenth",
            "fifteenth",
            "sixteenth",
            "seventeenth",
            "eighteenth",
            "nineteenth",
            "twentieth",
        ],
        start=1,
    )
}
_TENS: Final = {"twenty": 20, "thirty": 30, "forty": 40, "fifty": 50}
_ORDINAL_WORD = re.compile(
    rf"(?<!\w)(?:(?P<tens>{'|'.join(_TENS)})-)?(?P<word>{'|'.join(_ORDINALS)})(?!\w)"
    rf"|(?<!\w)(?P<digits>\d{{1,3}})(?:st|nd|rd|th)(?!\w)|(?<!\w)(?P<roman>[XVI]{{1,6}})(?!\w)"
)
_ROMAN: Final = {"I": 1, "V": 5, "X": 10}


def ordinal_in(text: str) -> int | None:
    """Return the first ordinal number that a stretch of text holds."""
    match = _ORDINAL_WORD.search(text)
    if not match:
        return None
    if match["digits"]:
        return int(match["digits"])
    if match["roman"]:
        return _roman(match["roman"])
    return _TENS.get(match["tens"] or "", 0) + _ORDINALS[match["word"]]


def _roman(text: str) -> int:
    values = [_ROMAN[letter] for letter in text]
    return sum(-value if value < max(values[place:]) else value for place, value in enumerate(values))
