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
_PIPE_SIGNS: Final = "|•·»›>"
_BREAK_SIGNS: Final = ("...", "…", "]", "ead more", "далее", "подробнее")
"""One of these is in all that `BROKEN_OFF` matches; most lines are told by them, which takes less time."""
_FUNCTION_WORDS: Final = (
    "the a an of and in to on for with at by from as is are was were be been has have had will would that which who "
    "this it its he she they his her their not but or also after before during under between into over about said "
    "и в во на с со к по о об от до из за для что как это его её их он она они не но или также был была были было "
    "при под между после перед который которые которая будет у а же то "
    "va bilan uchun bu ham va the ve bir bu için ile olarak да мен бен және үшін бұл"
    " de la le et les des en el y los que der die und das von"
)
FUNCTION_WORDS: Final = frozenset(_FUNCTION_WORDS.split())
_MORE_FUNCTION_WORDS: Final = (  # of further languages; words that mean something in English are left out
    "il lo gli che di del della dei delle nel nella con per non una sono è ha da si al alla come più ma anche "
    "o os as do da dos das em no na um uma não com por para mais foi são ao pelo pela se como mas "
    "los las una un por con para del al se que no su sus es lo como más pero fue ha son entre sobre está "
    "une du au aux dans pour sur par est sont pas que qui ne se ce cette avec il elle a été plus son sa ses mais ont "
    "dem den des ein eine einer einem einen ist sind nicht mit auf für sich auch im zu wie wird hat bei nach aus dass "
    "het een van dat niet met op zijn voor aan om ook als bij uit naar wordt heeft deze "
    "och att det som på är av för till med inte har om ett den de var från kan vid "
    "og er til ikke på af for med der han ved fra blev ble også etter eller "
    "w z na że się nie jest i do po od za przez dla oraz jak ale jego który która są był było został tym tego co "
    "a v na se je že s z do pro by jako ale nebo který která jsou byl od po při už "
    "és az hogy nem egy van volt meg csak is de mint már "
    "și în la cu pe din că nu este a fi pentru sunt mai "
    "ja on ei että se oli myös kun mutta hän ovat "
    "dan yang di ke dari untuk dengan pada ini itu tidak akan juga dalam adalah "
    "và của là có cho không được trong với một các này những đã "
    "ve bir bu da de için ile olarak gibi daha çok olan sonra kadar en "
    "və bu ilə üçün bir da də olan edib olub sonra "
    "і й у в та на з що до не як за від це для про або його був буде але який яка "
    "і ў на з што да не як за ад гэта для аб але які была "
    "и в на се да не за от с е са че по като към при със но си "
    "и у на је да се са за су не од који која али као био "
    "мен және бұл үшін бойынша туралы деп болып да де ол бар "
    "жана менен бул үчүн боюнча деп да де ал "
    "ва дар бо аз ба ин ки барои аст буд мебошад "
    "και το η ο του της τα των στο στη στην με για από που να δεν θα είναι την τον τους τις οι σε έχει μας ότι ως ή "
    "в از به که این با را برای است در و آن می شد های "
    "في من على إلى أن عن مع هذا هذه التي الذي كان ما لا و قد بعد بين "
    "של על את לא כי זה עם גם הוא היא אל"
)
_ALL_FUNCTION_WORDS: Final = FUNCTION_WORDS | frozenset(_MORE_FUNCTION_WORDS.split())
_TALK_WORDS: Final = (  # of those who speak for themselves or to the reader: comments, notices, rules
    "i my me we our us you your yours i'm i've it's don't я мне меня мой мы нас нам наш вы вас вам ваш ваши вашего "
    "ich mir mich wir uns sie ihr ihre je moi nous vous votre vos yo nosotros tú usted ustedes biz siz "
    "eu nós você io noi voi мен біз сіз ми ви εγώ εμείς εσείς σας μας"
)
_TALK: Final = frozenset(_TALK_WORDS.split())
_NO_SHARE: Final = 0.2
"""Share of function words granted to scripts without spaces, where words cannot be told apart."""
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
    talk_share: float
    is_cyrillic: bool
    reason: str | None = None
    """Why the line is furniture; None while it may be story."""
    rule: str = ""
    opens: str | None = None
    """Reason of the foreign section (related stories, comments) that this line opens."""
    is_insert: bool = False
    """The section is a "read also" put between paragraphs, a headline or two long."""
    odds: float = 0.0
    """Logarithm of the odds that the line is story, as far as `region` asked for them."""

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
        start = max(0, len(self.text) - _TAIL)
        tail = self.text[start:]
        return any(map(tail.__contains__, _BREAK_SIGNS)) and BROKEN_OFF.search(self.text, start) is not None

    def drop(self, reason: str, rule: str) -> None:
        """Mark the line as furniture, unless something else did before."""
        if not self.reason:
            self.reason, self.rule = reason, rule


def count_words(text: str) -> int:
    """Count words, two letters to a word in scripts without spaces."""
    n = len(text.split())
    return n if text.isascii() else max(n, len(_UNSPACED.findall(text)) // 2)


def look_at(line: Line) -> Look:
    """Measure one line."""
    text = line.text.text
    words = _WORD.findall(text.lower())
    n = len(words)
    if not text.isascii() and (unspaced := len(_UNSPACED.findall(text))):  # scripts without spaces: two letters a word
        n = max(n, unspaced // 2)
    first = words[:_COUNTED]
    function = sum(map(_ALL_FUNCTION_WORDS.__contains__, first)) / (len(first) or 1)
    if n > len(words):
        function = max(function, _NO_SHARE)
    talk = sum(map(_TALK.__contains__, first)) / (len(first) or 1)
    ends = _TERMINAL.search(text, max(0, len(text) - _TAIL)) or (text[-1].isalnum() and _POST_END.search(text))
    return Look(line, text, n, bool(ends), function, talk, is_cyrillic(text))


@lru_cache(maxsize=4096)
def is_cyrillic(text: str) -> bool:
    """Tell whether most letters (of the first 200 characters) are Cyrillic."""
    head = text[:200]
    return not head.isascii() and len(_CYRILLIC.findall(head)) > len(_LATIN.findall(head))


def content_words(text: str) -> set[str]:
    """Return the stems (first five letters) of the words of a line that carry meaning."""
    words = {word for word in _WORD.findall(text.lower()) if len(word) > 2}
    return {word[:5] for word in words - FUNCTION_WORDS}


def has_pipes(text: str) -> bool:
    """Tell whether the line is a list of parts with bars between them."""
    if not any(map(text.__contains__, _PIPE_SIGNS)):
        return False
    return len(_PIPES.findall(text)) > 1 or ("|" in text and len(text) < 120)
