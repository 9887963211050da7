"""Lines that are page furniture by what they say: phrases of the lexicon, credits, counters, rates, menus."""

import re
from functools import cache, lru_cache
from typing import Final

from dateline.clean.blocks import Look, has_pipes
from dateline.clean.date_text import DATE
from dateline.lexicon.chrome import fold_apostrophes, fold_phrase, load_chrome

PROSE: Final = 8
_STAMP_REST: Final = 7
_CLOCK: Final = re.compile(
    r"\b\d{1,2}[:.]\d\d(?::\d\d)?(?:\s?[ap]\.?m\b\.?)?|\b(?:UTC|GMT)\s?[+-]?\d*(?::\d\d)?", re.IGNORECASE
)
_WORDS: Final = re.compile(r"[^\W\d_]{2,}")
_LONG: Final = 40
_LONGEST: Final = 90
_LONG_NOTICE: Final = 40
_NOTICES: Final = frozenset({"legal", "comment", "advert", "account"})
_READS_AS_STORY: Final = 0.2
_SHORT: Final = 14
_NO_LETTERS: Final = re.compile(r"[\W\d_]*")
_TEMPLATE: Final = re.compile(r"\{\{.*?\}\}|\{%.*?%\}|<%.*?%>|\[\[.*?\]\]|%[A-Z_]{4,}%|\$\{.*?\}")
_SCRIPT: Final = re.compile(
    r"\bfunction\s*\(|\bvar \w+\s*=|document\.\w+\(|window\.\w+|^\s*[.#][\w-]+\s*\{|googletag|dataLayer"
)
_DIGIT: Final = re.compile(r"\d")
_CODE_SIGNS: Final = re.compile(r"[{}<\[$%=(]")
_CAPTION_SIGNS: Final = ("(", "hoto", "mage", "icture", "ootage", "фото", "Фото", "снимк")
_CAPTION_STARTS: Final = ("На ", "на ")
_COPYRIGHT: Final = re.compile(r"©|\(c\)\s?(?:19|20)\d\d|\bcopyright\b", re.IGNORECASE)
_CREDIT: Final = re.compile(
    r"^\W*(?:©|\(c\)|photo|foto|фото|image|picture|снимок|pool via|via )(?!\w)|"
    r"(?:/|\()\s?(?:TASS|ТАСС|AFP|AP|EPA|Reuters|Getty|Sputnik|RIA Novosti|РИА Новости|Xinhua)\)?$",
    re.IGNORECASE,
)
_PREPOSITIONS: Final = frozenset({"from", "in", "on", "of", "by", "about"})
_BYLINE: Final = re.compile(
    r"^(?:by|автор:?|author:?|от)\s+(?:[A-ZА-ЯЁ][\w.'’-]*\s*(?:and|и|,)?\s*){1,6}(?:[|,/(@–—-].*)?$|"
    r"^[A-ZА-ЯЁ][\w'’-]+(?:\s[A-ZА-ЯЁ][\w.'’-]+){1,2},?\s+(?:[\w-]+\s){0,2}"
    r"(?:correspondent|reporter|editor|staff writer)$|"
    r"^(?!\s*[—–]).*\(@\w+\)|^@\w+$|"
    r"^(?:The (?:author|writer)|[A-Z][\w.'’-]+(?:\s[A-Z][\w.'’-]+){1,3}) (?:is|was) (?:an?|the) [^.;]{0,60}"
    r"\b(?:writer|reporter|correspondent|journalist|columnist|contributor|editor)\b",
)
_SIGNATURE: Final = re.compile(
    r"^[A-Z]{2,8}(?:/[a-z]{2,6}){1,4}$|^[\[(]?[A-Z]{2,4}(?:\s?[/-]\s?[A-Za-z]{2,4}){1,3}[\])]?$|"
    r"^(?:PTI|ANI|IANS|UNI|NNI)(?:\s[A-Z]{2,4}){1,6}$|"
    r"^(?:\d{5,})$|^-+\s?0?-*$|^###$|^ENDS?$|^\(?Ends?\)?$"
)
_LINK_ONLY: Final = re.compile(
    r"^<?(?:https?://|www\.)\S+>?$|^[\w.+-]+@[\w-]+\.[\w.]+$|"
    r"^[\w.-]+\.(?:com|ru|kz|kg|uz|tj|az|am|by|net|org|info|cn)(?:/\S*)?$",
    re.IGNORECASE,
)
_RATES: Final = re.compile(
    r"(?:\b(?:USD|EUR|RUB|KZT|CNY|GBP|UZS|KGS|AZN|TRY|BYN|UAH|JPY|TJS)\b.{0,3}\d|"
    r"\d\s?(?:USD|EUR|RUB|KZT|CNY)\b|[$€₽₸]\s?\d)"
)
_DEGREES: Final = re.compile(r"[+\-−–]?\d{1,2}\s?°")
_CLOCK_FIRST: Final = re.compile(r"^(?:\d{1,2}[.:]\d\d|\d{1,2}\.\d{1,2}(?:\.\d{2,4})?\s+\d{1,2}:\d\d)\b\s*\S")
_AGO: Final = re.compile(
    r"^\d+\s+(?:min|minutes?|hours?|days?|weeks?|months?|мин|минут\w*|час\w*|дн\w+|день)\s+(?:ago|назад)\b",
    re.IGNORECASE,
)
_LONGEST_STAMP: Final = 32
_GLUED_STAMP: Final = re.compile(
    r"\w(?:January|February|March|April|May|June|July|August|September|October|November|December)?"
    r"\s?\d{0,2},?\s\d{1,2}:\d\d$"
)
_COMMENTS: Final = re.compile(
    r"^\W*\d+\s+(?:comments?|responses?|replies|thoughts?)\s+(?:to|on)\b|"
    r"^\W*(?:[\w.()]+\s){1,4}on \w+ \d{1,2}, \d{4} at \d{1,2}:\d\d|"
    r"^\W*(?:\d+[.)]\s*[^.:]{2,40}|\w*[\d_]\w*)\s(?:says|said|writes|wrote|пишет|написал[аи]?)\s?:$",
    re.IGNORECASE,
)
_CAPTION: Final = re.compile(
    r"\((?:image|photo|picture|pic|credit|source|file|foto|фото|изображение)s?\b[^()]{0,80}\)\W*$|"
    r"\b(?:archive|archival|file|stock|illustrative) (?:photo|image|picture|footage)\b|архивное фото|фото из архива|"
    r"\((?:in the )?(?:center|centre|left|right|second from left|second from right|pictured|file|archive|L|R|C|front|"
    r"в центре|слева|справа|второй слева|второй справа|на фото|архив)\)|^(?:pictured|на фото|на снимке)\b",
    re.IGNORECASE,
)
_LEGAL_SIGNS: Final = re.compile(r"(?:19|20)\d\d|reserved|terms", re.IGNORECASE)
_TELEPHONE: Final = re.compile(
    r"\b(?:tel|telephone|phone|fax|тел|телефон|факс)\b[\s.:/]{0,3}[+(]?\d[\d\s()-]{4,}", re.IGNORECASE
)
_LABEL: Final = re.compile(r"[\[(*][\w\s]{2,25}(?:[\])*]|[-–—:])|[^\W\d_][\w\s]{1,24}(?=\s*(?::|\||•|·|\s[–—-])\s)")
_LABEL_END: Final = re.compile(r"[:(\d]")
_MENU_WORDS: Final = 3
_LEAST_MENU: Final = 5
_FIRST_PAGE: Final = frozenset({"home", "main", "главная"})
_GLUED: Final = 10


def mark_furniture(look: Look) -> None:
    """Give a line its reason if its words alone show that it is furniture, and note a section that it opens."""
    if look.line.markup:
        look.drop(look.line.markup, "markup")
        return
    phrases = load_chrome()
    folded = fold_phrase(look.text) if look.n_words <= _SHORT else ""
    if folded:
        look.opens = phrases.section.get(folded) or _opens_by_label(look.text) or _opens_by_preposition(look, folded)
        if look.opens == "related" and (match := phrases.start.match(fold_apostrophes(look.text))):
            look.is_insert = phrases.start_reasons[match[1]] == "related"
        if reason := phrases.whole.get(folded) or look.opens:
            look.drop(reason, "phrase:whole")
            return
    elif _NO_LETTERS.fullmatch(look.text):
        look.drop("markup", "no letters")
        return
    if _is_labelled_advert(look):
        look.drop("advert", "label")
        return
    _mark_by_shape(look)
    if not look.reason and look.n_words <= _LONGEST:
        _mark_by_phrase(look)
    if not look.reason and folded:
        _mark_by_vocabulary(look, folded)


def _mark_by_phrase(look: Look) -> None:
    phrases = load_chrome()
    lowered = fold_apostrophes(look.text)
    match = phrases.start.match(lowered)
    if match and _is_believed(look, reason := phrases.start_reasons[match[1]]):
        look.drop(reason, f"phrase:start {match[1].strip()}")
        return
    match = phrases.inside.search(lowered)
    if match and _is_believed(look, reason := phrases.inside_reasons[match[1]]):
        look.drop(reason, f"phrase:inside {match[1].strip()}")


def is_stamp(look: Look) -> bool:
    """Tell whether a line is little more than a date or time stamp."""
    if look.n_words > _SHORT or (look.is_terminal and look.n_words > PROSE) or not _DIGIT.search(look.text):
        return False
    return _is_date_with_little(look.text)


@lru_cache(maxsize=4096)
def _is_date_with_little(text: str) -> bool:
    rest, dates = DATE.subn(" ", text)
    if not dates:
        return False
    rest, clocks = _CLOCK.subn(" ", rest)
    return len(_WORDS.findall(rest)) <= (_STAMP_REST if clocks else 2)


def _is_believed(look: Look, reason: str) -> bool:
    """A phrase proves less in a line that reads as a paragraph; legal and comment texts are paragraphs themselves."""
    limit = _LONG_NOTICE if reason in _NOTICES else _SHORT
    return look.n_words <= limit or not (look.is_terminal and look.function_share > _READS_AS_STORY)


def _opens_by_label(text: str) -> str | None:
    """`Other news of the section:`, `Comments (12)`: a section phrase before a colon or number."""
    label = _LABEL_END.split(text, maxsplit=1)[0]
    return (
        load_chrome().section.get(fold_phrase(label))
        if label != text and label.strip() and len(text) - len(label) < 8
        else None
    )


def _opens_by_preposition(look: Look, folded: str) -> str | None:
    """`More from Example Herald`, `Latest in Security`: a section phrase that ends in a preposition, and a name."""
    if look.is_terminal or folded.count(" ") >= PROSE:
        return None
    words = folded.split()
    ends = [n for n in range(2, min(5, len(words))) if words[n - 1] in _PREPOSITIONS]
    return next((opens for n in ends if (opens := load_chrome().section.get(" ".join(words[:n])))), None)


def _is_labelled_advert(look: Look) -> bool:
    """`[Sponsored] Hotel ...`, `Реклама: ...`: a label that is an advertisement's whole line elsewhere."""
    match = _LABEL.match(look.text) if look.n_words <= _LONG else None
    return match is not None and load_chrome().whole.get(fold_phrase(match[0])) == "advert"


def _mark_by_shape(look: Look) -> None:
    text = look.text
    if _CODE_SIGNS.search(text) and (_TEMPLATE.search(text) or _SCRIPT.search(text)):
        look.drop("markup", "template residue")
    elif look.n_words <= _SHORT and _COMMENTS.match(text):
        look.opens = "comment"
        look.drop("comment", "heading of comments")
    elif look.n_words <= _LONG and _may_be_caption(text) and _CAPTION.search(text):
        look.drop("caption", "caption words")
    elif look.n_words <= 2 * _SHORT and (shape := _frame_shape(look) or _fragment_shape(look)):
        look.drop(*shape)


def _may_be_caption(text: str) -> bool:
    return any(map(text.__contains__, _CAPTION_SIGNS)) or text.startswith(_CAPTION_STARTS)


def _frame_shape(look: Look) -> tuple[str, str] | None:
    """Reason and rule of a line that states something about the page or the story."""
    text, is_short = look.text, look.n_words <= _SHORT
    has_digit = _DIGIT.search(text) is not None
    if has_digit and is_short and not look.line.heading and is_stamp(look):
        return "timestamp", "date and time"
    if _COPYRIGHT.search(text):
        return "legal" if _LEGAL_SIGNS.search(text) else "credit", "copyright sign"
    if has_digit and _TELEPHONE.search(text):
        return "legal", "telephone"
    if _LINK_ONLY.match(text):
        return "source", "link"
    if is_short and (_BYLINE.search(text) or _SIGNATURE.match(text)):
        return "byline", "byline"
    is_sentence = look.is_terminal and look.n_words > PROSE
    return ("credit", "credit") if _CREDIT.search(text) and not is_sentence else None


def _fragment_shape(look: Look) -> tuple[str, str] | None:
    """Reason and rule of a line that is no sentence: rates, a headline with a clock, parts between bars."""
    text = look.text
    if _AGO.match(text):
        return "related", "headline with a clock"
    if not (look.is_terminal and look.function_share > 0) and (
        len(_RATES.findall(text)) >= (1 if look.n_words <= 4 else 2) or len(_DEGREES.findall(text)) >= 2
    ):
        return "rates", "rates or weather"
    if not look.is_terminal and (
        _CLOCK_FIRST.match(text)
        or (text[-1].isdecimal() and _GLUED_STAMP.search(text, max(0, len(text) - _LONGEST_STAMP)))
    ):
        return "related", "headline with a clock"
    return ("navigation", "bars") if has_pipes(text) and not look.is_terminal else None


def _mark_by_vocabulary(look: Look, folded: str) -> None:
    words = [word for word in folded.split() if word != "0"]
    if not words:
        return
    for reason, vocabulary in load_chrome().words.items():
        if vocabulary.issuperset(words) and (reason != "navigation" or len(words) >= _MENU_WORDS):
            look.drop(reason, f"vocabulary:{reason}")
            return
    if _is_menu(look, words):
        look.drop("navigation", "vocabulary:menu")
        return
    if len(words) <= _MENU_WORDS and all(len(word) > _GLUED and _is_glued(word) for word in words):
        look.drop("share", "vocabulary:glued")


def _is_menu(look: Look, words: list[str]) -> bool:
    """`Home Politics Governance Economy Defence`: nothing but capitals after the first page, sections among them."""
    sections = load_chrome().words["navigation"]
    return (
        len(words) >= _LEAST_MENU
        and words[0] in _FIRST_PAGE
        and all(word[0].isupper() for word in _WORDS.findall(look.text))
        and sum(word in sections for word in words[1:]) > 1
    )


def is_site_phrase(text: str) -> bool:
    """Tell whether a piece of text is a word of menus (`News`, `Home page`) rather than a name."""
    folded, phrases = fold_phrase(text), load_chrome()
    return folded in phrases.whole or folded in phrases.section or folded in phrases.words["navigation"]


@cache
def _networks() -> tuple[str, ...]:
    """Names of networks that are long enough to be told inside a longer word, longest first."""
    names = (word for word in load_chrome().words["share"] if len(word) >= _MENU_WORDS + 2)
    return tuple(sorted(names, key=lambda name: (-len(name), name)))


def _is_glued(word: str) -> bool:
    """`facebooktwitterwhatsapp`: names of networks without spaces."""
    while word:
        head = next((name for name in _networks() if word.startswith(name)), None)
        if head is None:
            return False
        word = word[len(head) :]
    return True
