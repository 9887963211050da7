"""How titles read at the start and at the end of a clause, and whether words are nothing but a title."""

import re
from typing import Final

from dateline.extract.story import Story

_HEADS: Final = (
    r"(?:minister|secretary[\s-]general|general\s+secretary|secretary|president|premier|director[\s-]general"
    r"|director|chief|head|"
    r"chairman|chairwoman|chairperson|chair|ambassador|attach[eé]|commander(?:-in-chief)?|spokes(?:man|woman|person)"
    r"|representative|"
    r"diplomat|leader|general|admiral|colonel|major|captain|lieutenant|rector|analyst|expert|adviser|advisor|aide"
    r"|envoy|counterpart|colleague|speaker|"
    r"deputy|governor|host|guest|visitor|dignitary|official|politician|coordinator|counsellor|councilor|councillor|marshal|mayor"
    r"|prosecutor|mantri|commandant"
    r")"
)
DETERMINER: Final = r"(?:the|an?|his|her|its|their|our)"
_NO_WORD: Final = rf"(?:{DETERMINER}|and|that|but|as|which|who|of|to|with|by|from|in|at|on)\b"
_WORD: Final = rf"(?!{_NO_WORD})[\w.'’&\ue000-\ue002-]+"
TITLE_AT_END = re.compile(
    rf"(?<!\w)(?:{DETERMINER}\s+)?(?:{_WORD}\s+){{0,6}}?{_HEADS}(?:\s+(?:general|defen[cs]e"
    rf"|interior))?(?:\s*\([A-Z]+\))?"
    rf"(?:\s+(?:of|for|on|in|at|to|under)\s+(?:[\w.'’&,\ue001\ue002-]+\s+){{0,9}}[\w.'’&,\ue001\ue002-]+)?\s*$",
    re.IGNORECASE,
)
TITLE_AT_START = re.compile(
    rf"\s*(?:{DETERMINER}\s+)?(?:{_WORD}\s+){{0,6}}?{_HEADS}(?!\w)(?:\s+(?:general|defen[cs]e))?"
    rf"(?:\s+(?:of|for)\s+(?:the\s+)?[\w.'’\ue001\ue002-]+(?:\s+(?-i:[A-Z])[\w'’-]*|\s+[\ue001\ue002]+(?:['’]s)?)*){{0,3}}",
    re.IGNORECASE,
)
ASKED: Final = re.compile(
    r"\s*(?:answering|responding\s+to|replying\s+to|asked)\s+(?:an?\s+|the\s+)?questions?\s+(?:from|of|by)(?!\w)",
    re.IGNORECASE,
)
"""Opens a sentence whose speaker is not the one named next."""
_ADDRESSEE = re.compile(
    r"\s*(?:(?:to|for)\s+(?:the\s+)?(?:journalists|reporters|media|press|correspondents)|journalists|reporters|(?:on\s+)?\w+day)\s+"
    r"(?:(?:on\s+)?\w+day\s+)?(?=[\w\ue000-\ue002])",
    re.IGNORECASE,
)
TITLE_HEAD = re.compile(rf"{_HEADS}", re.IGNORECASE)


def over_addressee(story: Story, start: int, end: int) -> int:
    """Return where the subject begins in "said to journalists the chief" and "informed on Thursday the Ministry"."""
    match = _ADDRESSEE.match(story.narration, start, end)
    return match.end() if match else start


def is_title_only(text: str) -> bool:
    """Whether nothing but a title, rank or apposition stands before a name."""
    if text.count(",") > 1 or len(text.split()) > 22:
        return False
    lowered = [word for word in re.findall(r"[^\W\d_][\w'’-]*", text) if word[0].islower()]
    return len(lowered) <= 3 or bool(TITLE_HEAD.search(text))


def is_plain_title(text: str) -> bool:
    """Whether words before a name are its title, capitalised as titles are."""
    words = re.findall(r"[^\W\d_][\w'’-]*", text)
    small = {"of", "the", "for", "and", "a", "state", "visiting", "acting", "retired", "former", "new", "in"}
    return all(word[0].isupper() or word.lower() in small or TITLE_HEAD.fullmatch(word) for word in words)
