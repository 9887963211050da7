"""The language of a story, by its function words and script first, by a trained classifier where those leave doubt."""

import re
from functools import cache
from typing import Final, Protocol

_SAMPLE: Final = 1500
_WORD: Final = re.compile(r"[^\W\d_]+")
_ENGLISH_WORDS: Final = "the of and to in that was is for with on by has have will said from at which as be it"
_ENGLISH: Final = frozenset(_ENGLISH_WORDS.split())
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
