"""How the words before a verb end: with adverbs, with "who", with a conjunction."""

import re
from typing import Final

from dateline.extract.pattern_words import closings_of, fold

ADVERBIAL: Final = (
    r"(?:in\s+(?:his|her|its)\s+turn|in\s+turn|for\s+(?:his|her|its)\s+part|on\s+(?:his|her|its)\s+part|meanwhile"
    r"|however|too|also|then|later|earlier|"
    r"further|furthermore|again|once\s+more|thus|moreover|in\s+particular|in\s+addition|at\s+the\s+same\s+time"
    r"|in\s+(?:an?|his|her|its|the)\s+(?:[\w-]+\s+){0,3}?(?:tweet|statement|post|message|interview|speech|address|remarks|report"
    r"|letter|article|press\s+release|briefing)|on\s+(?:twitter|facebook|telegram|instagram|social\s+media)"
    r"|therefore|has|have|had|was|is|himself|herself|(?:the|that)\s+same\s+day|"
    r"on\s+(?:mon|tues|wednes|thurs|fri|satur|sun)day|today|yesterday|\w+ly|still|once|separately)"
)
_TRAILING = re.compile(rf"(?:\s*,?\s*(?<!\w){ADVERBIAL}(?!\w)\s*,?)+\s*$", re.IGNORECASE)
# A search for what ends a text tries each of its characters; most texts are told by their last letters.
_ADVERBIAL_ENDS: Final = closings_of(ADVERBIAL)
_COORDINATED = re.compile(r"(?<!\w)(?:and|but|then|or)\s*$", re.IGNORECASE)
_RELATIVE = re.compile(r",?\s*(?<!\w)who\s*$", re.IGNORECASE)


def adverbs_ending(text: str) -> int:
    """Return where the adverbs begin that end `text`, or where it ends without them."""
    bare = text.rstrip()
    may_end_so = fold(bare.removesuffix(",").rstrip()).endswith(_ADVERBIAL_ENDS)
    found = _TRAILING.search(text) if may_end_so else None
    return found.start() if found else len(bare)


def relative_ending(text: str) -> int | None:
    """Return where the "who" begins that ends `text`, with the comma before it."""
    found = _RELATIVE.search(text) if fold(text.rstrip()).endswith("who") else None
    return found.start() if found else None


def is_coordinated(text: str) -> bool:
    """Tell whether a conjunction ends `text`: what follows has the subject of the clause before."""
    return fold(text.rstrip()).endswith(("and", "but", "then", "or")) and bool(_COORDINATED.search(text))
