"""The language of a story, by its function words and script first, by a trained classifier where those leave doubt."""

import re
from functools import cache, lru_cache
from typing import Final, Protocol

_SAMPLE: Final = 1500
_WORD: Final = re.compile(r"[^\W\d_]+")
_ENGLISH_WORDS: Final = "the of and to in that was is for with on by has have will said from at which as be it"
_ENGLISH: Final = frozenset(_ENGLISH_WORDS.split())
_MORE_ENGLISH_WORDS: Final = (
    "a an are he she his her they their we our you your i my not but or its who how what when where than more most new "
    "all about after over into out up can been had were would could also this these those there no do does if so"
)
_ALL_ENGLISH: Final = _ENGLISH | frozenset(_MORE_ENGLISH_WORDS.split())
_RUSSIAN_WORDS: Final = "и в на с по что не для как из от также это был будет его который к о"
_RUSSIAN: Final = frozenset(_RUSSIAN_WORDS.split())
_CLEAR: Final = 0.2
_CYRILLIC_LANGUAGES: Final = ("ru", "uk", "be", "kk", "ky", "bg", "sr", "mk", "mn")
_LETTERS: Final = (  # letters that one language of the region alone prints
    ("kk", re.compile("[әұіқғһӘҰІҚҒҺ]"), 3),
    ("tg", re.compile("[ҷӯӣҶӮӢ]"), 2),
    ("uk", re.compile("[їєґЇЄҐ]"), 2),
    ("be", re.compile("[ўЎ].*[іІ]|[іІ].*[ўЎ]", re.DOTALL), 1),
    ("uz", re.compile("[ўҳЎҲ]"), 2),
    ("ky", re.compile("[ңөүҢӨҮ]"), 3),
)
_SCRIPTS: Final = (  # letters of a script, and letters of it that tell a language from the one named last
    (re.compile(r"[\u3040-\u30ff\u3400-\u9fff]"), (("ja", re.compile(r"[\u3040-\u30ff]")),), "zh"),
    (re.compile(r"[\u0600-\u06ff]"), (("fa", re.compile(r"[پچژگ]")),), "ar"),
    (re.compile(r"[\uac00-\ud7af]"), (), "ko"),
    (re.compile(r"[\u0370-\u03ff\u1f00-\u1fff]"), (), "el"),
    (re.compile(r"[\u10a0-\u10ff]"), (), "ka"),
    (re.compile(r"[\u0530-\u058f]"), (), "hy"),
    (re.compile(r"[\u0590-\u05ff]"), (), "he"),
)
_CYRILLIC: Final = re.compile(r"[\u0400-\u04ff]")
_BLOCK_SAMPLE: Final = 400
_LEAST_LETTERS: Final = 3
_LEAST_ENGLISH: Final = 0.15
_LONG_ENOUGH: Final = 8
"""Words from which on the classifier is believed; below, it guesses."""


class _Classifier(Protocol):
    def classify(self, text: str) -> tuple[str, float]: ...


@cache
def _classifier(languages: tuple[str, ...] | None) -> _Classifier:
    from py3langid.langid import MODEL_FILE, LanguageIdentifier  # noqa: PLC0415 - a second to load, rarely needed

    identifier: _Classifier = LanguageIdentifier.from_model_file(MODEL_FILE)
    if languages:
        identifier.set_languages(list(languages))  # type: ignore[attr-defined]
    return identifier


def detect_language(text: str) -> str:
    """Return the ISO 639-1 code of the language of `text`, `und` where there are no words."""
    sample = text[:_SAMPLE]
    words = _WORD.findall(sample.lower())
    if not words:
        return "und"
    for language, function_words in (("en", _ENGLISH), ("ru", _RUSSIAN)):
        if sum(word in function_words for word in words) >= _CLEAR * len(words) and len(words) > 10:
            return _by_letters(sample) or language if language == "ru" else language
    cyrillic = sum("\u0400" <= word[0] <= "\u04ff" for word in words) * 2 > len(words)
    if cyrillic and (by_letters := _by_letters(sample)):
        return by_letters
    return _classifier(_CYRILLIC_LANGUAGES if cyrillic else None).classify(sample)[0]


def _by_letters(sample: str) -> str | None:
    return next((language for language, letters, least in _LETTERS if len(letters.findall(sample)) >= least), None)


@lru_cache(maxsize=8192)
def block_language(text: str) -> str | None:
    """Return the ISO 639-1 code of the language of one line or paragraph, None where it is too short to tell.

    Script and letters decide where they can, so that a menu of two words in Cyrillic beside an English story is told;
    Latin letters need function words, or a line long enough for the classifier.
    """
    sample = text[:_BLOCK_SAMPLE]
    words = _WORD.findall(sample.lower())
    letters = sum(map(len, words))
    if letters < _LEAST_LETTERS and sample.isascii():
        return None
    if not sample.isascii():
        if by_script := _by_script(sample, letters):
            return by_script
        if 2 * len(_CYRILLIC.findall(sample)) > letters:
            return _cyrillic_language(sample, words)
    english = sum(map(_ALL_ENGLISH.__contains__, words))
    if english >= _LEAST_ENGLISH * len(words) and english >= (1 if len(words) < _LONG_ENOUGH else 2):
        return "en"
    return detect_language(sample) if len(words) >= _LONG_ENOUGH else None


def _by_script(sample: str, letters: int) -> str | None:
    for script, special, common in _SCRIPTS:
        if 2 * len(script.findall(sample)) > letters:
            return next((language for language, own in special if own.search(sample)), common)
    return None


def _cyrillic_language(sample: str, words: list[str]) -> str:
    """A few words in Cyrillic are Russian unless a letter says otherwise: menus of the region are in Russian."""
    if any(word in _RUSSIAN for word in words) or len(words) < _LONG_ENOUGH:
        return next((language for language, letters, _ in _LETTERS if letters.search(sample)), "ru")
    return detect_language(sample)
