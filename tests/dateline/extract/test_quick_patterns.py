"""Quick patterns find what `re` finds: those of the rules over golden texts, and made-up ones over made-up texts."""

import importlib
import pkgutil
import re
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import dateline.extract
from dateline.extract.pattern_words import Words, demands_of, fold
from dateline.extract.quick_patterns import QuickPattern, quick

_GOLDEN = sorted((Path(__file__).parents[2] / "golden" / "landing").glob("*.txt"))[::9]
_SENTENCE = re.compile(r"[^.\n]+(?:\.|\n|$)")


def _of_rules() -> dict[str, QuickPattern]:
    """Return the quick patterns of all modules of the English rules, by their names."""
    found: dict[str, QuickPattern] = {}
    for module in pkgutil.iter_modules(dateline.extract.__path__):
        values = vars(importlib.import_module(f"dateline.extract.{module.name}"))
        found |= {f"{module.name}.{name}": value for name, value in values.items() if isinstance(value, QuickPattern)}
    return found


def spans(pattern: re.Pattern[str] | QuickPattern, text: str, start: int, end: int) -> list[tuple[int, int]]:
    return [match.span() for match in pattern.finditer(text, start, end)]


def agree(pattern: QuickPattern, text: str, start: int, end: int) -> bool:
    plain = pattern.pattern
    first, found = plain.search(text, start, end), pattern.search(text, start, end)
    return (found and found.span()) == (first and first.span()) and spans(pattern, text, start, end) == spans(
        plain, text, start, end
    )


@pytest.mark.parametrize("path", _GOLDEN, ids=lambda path: path.stem)
def test_the_patterns_of_the_rules_find_the_same(path: Path) -> None:
    text = path.read_text(encoding="utf-8", errors="replace")
    stretches = [(0, len(text)), *(match.span() for match in _SENTENCE.finditer(text))]
    for name, pattern in _of_rules().items():
        assert all(agree(pattern, text, *stretch) for stretch in stretches), name


_PATTERNS = [
    r"(?<!\w)(?:next\s+|last\s+)?(?:mon|tues)day(?!\w|['’]s\s+edition)",
    r"(?<![\w’'-])(?:says?|said|told\s+us)(?![\w’'-])",
    r"(?<!\w)(?:met|meets)\b[^.]{0,9}?(?<!\w)with(?!\w)",
    r"(?<!\w)(?:in|on)\s+(?:the\s+)?(?P<m>may|june)\.?(?:,\s*(?P<y>20[012]\d))?",
    r"(?<!\w)(?:(?<!press )held|gave)\s+a\s+(?:\w+\s+)?talk|(?<!\w)spoke(?!\w)",
    r"(?:the\s+)?(?:one|two)\s+such\s+(?:talk|day)(?:s|ing)?(?!\w)",
    r"(?<!\w)(?:co-)?chair(?:ed|s)?(?!\w)(?=.{0,9}by)",
    r"(?<!\w)(?:3[01]|[12]\d|0?[1-9])(?:st|nd)?\s+(?:of\s+)?(?:may|june)",
    r"\s+and\s+(?:also\s+)?(?:said|told)(?!\w)",
    r"(?<!\w)d[eé]tente(?!\w)|(?<!\w)caf[eé]s?",
]
_WORDS = (
    "next Monday tuesday 's edition says SAID told us met meets with in on the may June . , 2021 held gave a press talk"
    " spoke one two such day talking chaired co - chair by 31 2nd of and also"
    " d\u00e9tente cafes _said \u017fAID sa\u0131d \n"
)


@given(
    st.sampled_from(_PATTERNS),
    st.lists(st.sampled_from([*_WORDS.split(" "), "", " "]), max_size=25),
    st.sampled_from([re.NOFLAG, re.IGNORECASE]),
    st.data(),
)
@settings(max_examples=600, deadline=None)
def test_a_pattern_finds_what_re_finds_in_any_stretch(
    pattern: str, words: list[str], flags: re.RegexFlag, data: st.DataObject
) -> None:
    text = " ".join(words).replace(" - ", "-").replace(" 's", "'s")
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    assert agree(quick(pattern, flags), text, start, end)


@given(st.sampled_from(_PATTERNS).flatmap(lambda pattern: st.from_regex(re.compile(pattern, re.IGNORECASE))))
@settings(max_examples=300, deadline=None)
def test_a_text_made_from_a_pattern_is_found(text: str) -> None:
    assert all(agree(quick(pattern, re.IGNORECASE), text, 0, len(text)) for pattern in _PATTERNS)


@pytest.mark.parametrize(
    ("pattern", "opening"),
    [
        (r"(?<!\w)says?(?!\w)", Words(frozenset({"say", "says"}), frozenset())),
        (r"(?<!\w)invit\w+", Words(frozenset(), frozenset({"invit"}))),
        (r"(?<!\w)(?:The\s+)?One\b", Words(frozenset({"the", "one"}), frozenset())),
        (r"says", None),
        (r"(?<!\w)\w+ed", None),
        (r"(?<!\w)(?:a|)\s", None),
    ],
)
def test_what_a_match_opens_with_is_read_from_the_pattern(pattern: str, opening: Words | None) -> None:
    assert demands_of(re.compile(pattern)).opening == opening


@given(st.text())
def test_folding_keeps_the_length(text: str) -> None:
    assert len(fold(text)) == len(text)
