"""Phrases of page furniture: `chrome_*.toml`, merged over languages, loaded once and checked."""

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from itertools import chain, groupby
from typing import Any, Final

from dateline.errors import LexiconError

_REASONS: Final = "account advert byline caption comment counter legal navigation rates related share source tags"
REASONS: Final = frozenset(_REASONS.split())
_TABLES: Final = {"whole", "start", "inside", "section", "words"}
_WORD: Final = re.compile(r"[^\W\d_]+|\d+")
_NO_WORD: Final = r"\W*"
_UNSPACED: Final = re.compile(r"[\u3040-\u30ff\u3400-\u9fff]")


@dataclass(frozen=True, slots=True)
class ChromePhrases:
    """Folded phrases of all languages with the reason that they give."""

    whole: dict[str, str]
    section: dict[str, str]
    words: dict[str, frozenset[str]]
    start: re.Pattern[str]
    start_reasons: dict[str, str]
    inside: re.Pattern[str]
    inside_reasons: dict[str, str]


def fold_phrase(text: str) -> str:
    """Fold a line for whole-line comparison: words only, without case, each number as 0."""
    return " ".join("0" if word[0].isdigit() else word for word in _WORD.findall(text.casefold()))


def fold_apostrophes(text: str) -> str:
    """Fold a line for the phrases that it may begin with or hold: no case, one kind of apostrophe."""
    return text.casefold().replace("’", "'").replace("‘", "'")


def _checked(name: str, data: dict[str, Any]) -> dict[str, dict[str, list[str]]]:
    if not isinstance(data.pop("language", None), str):
        raise LexiconError(f"{name}: no language")
    if unknown := data.keys() - _TABLES:
        raise LexiconError(f"{name}: unknown tables {sorted(unknown)}")
    for table, groups in data.items():
        for reason, phrases in groups.items():
            if reason not in REASONS:
                raise LexiconError(f"{name}: [{table}] has the unknown reason {reason!r}")
            if not isinstance(phrases, list) or not all(isinstance(p, str) and p.strip() for p in phrases):
                raise LexiconError(f"{name}: [{table}] {reason} is no list of phrases")
    return data


def _reasons(tables: list[dict[str, dict[str, list[str]]]], table: str, *, folded: bool) -> dict[str, str]:
    found: dict[str, str] = {}
    for reason, phrases in chain.from_iterable(t.get(table, {}).items() for t in tables):
        for phrase in phrases:
            found.setdefault(fold_phrase(phrase) if folded else fold_apostrophes(phrase), reason)
    return found


def _alternation(phrases: dict[str, str], *, anchored: bool) -> re.Pattern[str]:
    spaced = [p for p in phrases if not _UNSPACED.search(p)]
    unspaced = [p for p in phrases if _UNSPACED.search(p)]  # in scripts without spaces a phrase stands between letters
    branches = [f"(?:{_by_initial(spaced)})" if anchored else rf"(?<!\w)(?:{_by_initial(spaced)})"]
    if unspaced:
        branches.append(_by_initial(unspaced))
    return re.compile(rf"{_NO_WORD if anchored else ''}({'|'.join(branches)})")


def _by_initial(phrases: list[str]) -> str:
    """Join phrases to a pattern, longest first, by their first letter: most text is then passed by after one look."""
    longest_first = sorted(phrases, key=lambda phrase: (phrase[0], -len(phrase), phrase))
    return "|".join(
        f"{re.escape(initial)}(?:{'|'.join(_rest(phrase) for phrase in group)})"
        for initial, group in groupby(longest_first, key=lambda phrase: phrase[0])
    )


def _rest(phrase: str) -> str:
    is_word = phrase[-1].isalnum() and not _UNSPACED.search(phrase)
    return re.escape(phrase[1:]) + (r"(?!\w)" if is_word else "")


@cache
def load_chrome() -> ChromePhrases:
    """Return the furniture phrases of all languages.

    Raises:
        LexiconError: a file has an unknown table, reason, or something other than phrases.
    """
    folder = files("dateline.lexicon")
    names = sorted(f.name for f in folder.iterdir() if re.fullmatch(r"chrome_\w+\.toml", f.name))
    tables = [_checked(name, tomllib.loads(folder.joinpath(name).read_text("utf-8"))) for name in names]
    words: dict[str, set[str]] = {}
    for reason, phrases in chain.from_iterable(t.get("words", {}).items() for t in tables):
        words.setdefault(reason, set()).update(fold_phrase(word) for word in phrases)
    start, inside = _reasons(tables, "start", folded=False), _reasons(tables, "inside", folded=False)
    return ChromePhrases(
        whole=_reasons(tables, "whole", folded=True),
        section=_reasons(tables, "section", folded=True),
        words={reason: frozenset(vocabulary) for reason, vocabulary in words.items()},
        start=_alternation(start, anchored=True),
        start_reasons=start,
        inside=_alternation(inside, anchored=False),
        inside_reasons=inside,
    )
