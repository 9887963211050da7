"""The parts of a person's name: given names, initials, family name, whatever the order in which they stand."""

import re
import unicodedata
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Final, Literal

from dateline.lexicon.files import read_toml
from dateline.resolve.given_names import family_name_number, is_given_name
from dateline.resolve.transliteration import block_code, fold, latinize

NameForm = Literal["full", "initials", "bare"]

_JOINED_PARTICLE: Final = re.compile(r"(?<=\w)-(ul|ur|ud|us|uz|un|al|el)-(?=\w)", re.IGNORECASE)
_LEADING_ARTICLE: Final = re.compile(r"\b(al|el|ul|as|ad|ar|an|at|az)-(?=\w)", re.IGNORECASE)
_SERVANT_OF: Final = re.compile(
    r"\b(abd|abdul|abdel|abdur|abdus|abdal)[- ]+(?:(?:al|el|ul|ur|ar|us)[- ]+)?(?=\w)", re.I
)
_DOTTED_INITIAL: Final = re.compile(r"[^\W\d_]{1,3}\.(?=-?[^\W\d_])")
_NOT_LETTERS: Final = re.compile(r"[\W\d_]+")
_PAIR_OF_INITIALS: Final = re.compile(r"[B-DF-HJ-NP-TV-Z]{2}|[A-Z][B-DF-HJ-NP-TV-Z]|[B-DF-HJ-NP-TV-Z][A-Z]")
_AZERBAIJANI_LETTER: Final = re.compile("[əƏ]")
_TURKISH_LETTER: Final = re.compile("[ğışĞİŞ]")
_AZERBAIJANI_SOUNDS: Final = str.maketrans({"q": "g", "Q": "G", "c": "j", "C": "J", "x": "kh", "X": "Kh"})
_TURKISH_SOUNDS: Final = str.maketrans({"c": "j", "C": "J"})
_SUFFIX: Final = re.compile(r"(?:jr|sr|ii|iii|iv)\.?", re.IGNORECASE)
_PATRONYMIC: Final = re.compile(r".{2,}(?:ovich|evich|ovych|evych|yevich|ovna|evna|ivna|ichna|inichna)")
_SURNAME_ENDING: Final = re.compile(
    r".{2,}(?:[oe]v|[oe]va|enko|s[ck]y|s[ck]iy|s[ck]ii?|skaya|zoda|zade|zada|shvili|adze|dyan|[lnrtg]yan|bayev|baev)"
)
_GIVEN_LIKE_SURNAMES: Final = frozenset(("yakov", "iakov", "jakov", "yan", "eldaniz"))

_CHINESE_SYLLABLES: Final = re.compile(
    r"(?:(?:zh|ch|sh|[bpmfdtnlgkhjqxrzcsyw])?(?:iang|iong|uang|ang|eng|ing|ong|ian|iao|uai|uan|ai|an|ao|ei|en|er|ia|ie|in|iu"
    r"|ou|ua|ue|ui|un|uo|a|e|i|o|u)){1,2}"
)


@cache
def _listed(section: str) -> frozenset[str]:
    return frozenset(read_toml("names.toml")[section])


@dataclass(frozen=True, slots=True)
class ParsedName:
    """A name in parts, lower-case Latin words with their diacritics.

    `given` holds full given and middle names and initials, in order; an initial ends in a dot (`n.`, `sh.`).
    """

    given: tuple[str, ...]
    family: str

    @property
    def form(self) -> NameForm:
        """How much of the given name there is."""
        if not self.given:
            return "bare"
        return "initials" if self.given[0].endswith(".") else "full"

    @property
    def words(self) -> int:
        """Number of given names in full."""
        return sum(not part.endswith(".") for part in self.given)


@lru_cache(maxsize=65536)
def parse_name(name: str) -> ParsedName:
    """Return the parts of `name`, which is free of ranks and honorifics but may be in any order and alphabet."""
    family, comma, rest = without_ranks(_in_english_letters(latinize(name))).partition(",")
    if comma and rest.strip() and not _SUFFIX.fullmatch(rest.strip()):
        return ParsedName(_given(_tokens(rest)), _family(_tokens(family)))
    tokens = _join_patronymic(_tokens(family)) or [fold(name)]
    plain = [token if _is_initial(token) else fold(token) for token in tokens]
    if _stands_first_in_east_asia(plain):
        return ParsedName(("".join(tokens[1:]),), tokens[0])
    if _family_stands_first(plain):
        return ParsedName(_given(tokens[1:]), _family(tokens[:1]))
    start = _family_start(tokens)
    return ParsedName(_given(tokens[:start]), _family(tokens[start:]))


@cache
def _rank() -> re.Pattern[str]:
    """Ranks and forms of address before a name, several of them and hyphened ones too."""
    words = "|".join(sorted(_listed("ranks"), key=lambda word: (-len(word), word)))
    return re.compile(rf"(?:(?:{words})(?:\.\s*|[\s-]+))+(?=\S)", re.IGNORECASE)


def without_ranks(name: str) -> str:
    """Return `name` without the ranks and forms of address that a page left in front of it."""
    found = _rank().match(name)
    return name[found.end() :] if found else name


def _in_english_letters(name: str) -> str:
    """`name` with q and c as English writes their sounds, where another of its letters is Azerbaijani or Turkish."""
    if _AZERBAIJANI_LETTER.search(name):
        return name.translate(_AZERBAIJANI_SOUNDS)
    return name.translate(_TURKISH_SOUNDS) if _TURKISH_LETTER.search(name) else name


def _join_patronymic(tokens: list[str]) -> list[str]:
    """`tokens` with a father's name that serves as a family name in one piece: Marat kyzy, Bakyt uulu."""
    marks = [index for index, token in enumerate(tokens) if index and token in _listed("patronymic_words")]
    if not marks or 1 < marks[0] < len(tokens) - 1:  # before a family name it is a middle name
        return tokens
    joined = "".join(tokens[marks[0] - 1 : marks[0] + 1])
    rest = tokens[: marks[0] - 1] + tokens[marks[0] + 1 :]
    return [*rest, joined]


def _tokens(text: str) -> list[str]:
    text = _LEADING_ARTICLE.sub(r"\1 ", _JOINED_PARTICLE.sub(r" \1 ", text))
    text = _SERVANT_OF.sub("abdul", text)
    text = _DOTTED_INITIAL.sub(lambda found: found.group() + " ", text)
    has_lower = any(letter.islower() for letter in text)
    found = []
    for raw in text.split():
        word = _word(raw)
        if has_lower and _PAIR_OF_INITIALS.fullmatch(raw) and not _is_listed_as_name(word):
            found += [letter + "." for letter in word]
            continue
        is_initial = len(word) == 1 or (raw.rstrip(",").endswith(".") and len(word) <= 3)
        if word and not _SUFFIX.fullmatch(raw):
            found.append(word + "." if is_initial else word)
    while len(found) > 1 and found[0] == found[1]:  # "Sergei Sergei X", a stutter of the page
        del found[0]
    return found


def _is_listed_as_name(word: str) -> bool:
    sections = ("particles", "chinese_family", "korean_family", "vietnamese_family")
    return any(word in _listed(section) for section in sections)


def _word(text: str) -> str:
    """`text` in lower case without punctuation; hyphened syllables are one word."""
    return _NOT_LETTERS.sub("", unicodedata.normalize("NFC", text.casefold().replace("i̇", "i")))


def _is_initial(token: str) -> bool:
    return token.endswith(".")


def _family_stands_first(tokens: list[str]) -> bool:
    if len(tokens) < 2 or _is_initial(tokens[0]) or tokens[0] in _listed("particles"):
        return False
    if all(_is_initial(token) for token in tokens[1:]):
        return True
    if _is_initial(tokens[-1]):
        return True
    endings = [bool(_SURNAME_ENDING.fullmatch(token)) for token in tokens]
    if len(tokens) == 2 and is_given_name(tokens[1]) != is_given_name(tokens[0]):
        return is_given_name(tokens[1])
    if len(tokens) == 2:
        return endings[0] and not endings[1] and tokens[0] not in _GIVEN_LIKE_SURNAMES
    has_patronymic_last = bool(_PATRONYMIC.fullmatch(tokens[-1])) or tokens[-1] in _listed("patronymic_words")
    return has_patronymic_last and not _PATRONYMIC.fullmatch(tokens[1])


def _stands_first_in_east_asia(tokens: list[str]) -> bool:
    head, rest = tokens[0], tokens[1:]
    if not rest:
        return False
    if (
        head in _listed("chinese_family")
        and len(rest) <= 2
        and all(_CHINESE_SYLLABLES.fullmatch(token) for token in rest)
    ):
        return True
    if head in _listed("korean_family") and len(rest) == 2:
        return all(len(token) <= 5 for token in rest)
    if head in _listed("korean_family") and len(rest) == 1:
        return bool(re.fullmatch(r"(?:[bcdghjkmnpstwy]{0,2}[aeiouy]{1,3}(?:ng|n|m|k|l|p)?){2}", rest[0]))
    return head in _listed("vietnamese_family") and len(rest) >= 2


def _family_start(tokens: list[str]) -> int:
    """Index of the first token of a family name that stands last, its particles included."""
    start = len(tokens) - 1
    while start > 0 and _is_initial(tokens[start]):
        start -= 1
    while start > 1 and tokens[start - 1] in _listed("particles"):
        start -= 1
    return start


def _given(tokens: list[str]) -> tuple[str, ...]:
    return tuple(
        token for token in tokens if token not in _listed("particles") and token not in _listed("patronymic_words")
    )


def _family(tokens: list[str]) -> str:
    bare = [token.rstrip(".") for token in tokens if token not in _listed("particles")]
    return "".join(bare) or "".join(tokens)


@lru_cache(maxsize=65536)
def block_key(name: str) -> str:
    """Return the block in which `name` is compared: all spellings of one family name, in any order, share it."""
    family = parse_name(name).family
    number = family_name_number(family)
    return block_code(family) if number is None else f"family name {number}"
