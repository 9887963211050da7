"""A page's lines as numbers: what each looks like, what stands around it, before it and after it."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from math import log1p
from typing import Final

import numpy as np
from numpy.typing import NDArray

from dateline.clean.blocks import Look, content_words, has_pipes
from dateline.clean.chrome import is_stamp
from dateline.clean.story import site_words

Matrix = NDArray[np.float64]

_CAPITAL: Final = re.compile(r"(?:^|[\s(\"“«])[^\W\d_a-zа-яё]")
_DIGIT: Final = re.compile(r"\d")
_QUOTE: Final = re.compile('["“”«»„「『]')
_COMMAS: Final = (",;", "،、，；")
_STOPS: Final = (".!?", "。！？؟")
_LOUD: Final = ("!?", "！？")
_COUNTED: Final = 6
"""Lines of fewer words share words with the story by chance."""
_SENTENCE_ENDS: Final = frozenset(".!?。！？…؟")
_GROUPS: Final = (
    ("comment",),
    ("related", "advert"),
    ("share", "account", "legal", "counter"),
    ("byline", "credit", "caption", "source"),
    ("navigation", "rates", "markup", "date_prefix"),
    ("timestamp",),
    ("tags", "duplicate_title"),
)
_GROUP_OF: Final = {reason: number for number, group in enumerate(_GROUPS) for reason in group}
_NEITHER: Final = (0.0,) * len(_GROUPS)
_DATE_FIRST: Final = re.compile(r"\W*\d{1,4}[.:/-]\d{1,2}\b")
_SHORT: Final = 6
_PROSE: Final = 3
_WORDS: Final = 0
_NONE: Final = frozenset[str]()
_RANGES: Final = ((-12, -3), (-3, 0), (1, 4), (4, 13))
_REACH: Final = 13
_LONGEST: Final = 60
_BREAK: Final = -8.0
_TOLD: Final = 25
_FAR: Final = 30
"""Lines beyond which it no longer matters how far away something is."""


def line_features(looks: Sequence[Look]) -> Matrix:
    """Return one row of features a line, for `line_model`.

    The reasons that the lexicon gave count as features, so this comes after `mark_furniture` and before the layout.
    """
    own = _own_features(looks)
    n, width = own.shape
    padded = np.full((n + 2, width), -1.0)
    padded[1:-1] = own
    sums = np.zeros((n + 1 + 2 * _REACH, width))  # before line i: row i + _REACH; beyond the page as at its edge
    np.cumsum(own, axis=0, out=sums[_REACH + 1 : _REACH + 1 + n])
    sums[_REACH + 1 + n :] = total = sums[_REACH + n]
    before = sums[_REACH : _REACH + n]
    return np.hstack(
        [
            own,
            padded[:-2],
            padded[2:],
            *((sums[_REACH + b : _REACH + b + n] - sums[_REACH + a : _REACH + a + n]) / (b - a) for a, b in _RANGES),
            np.log1p(before),
            np.log1p(total - before - own),
            _page_features(looks, own),
        ]
    )


def _own_features(looks: Sequence[Look]) -> Matrix:
    """What a line looks like by itself; the first columns are read by `_page_features`."""
    printed = Counter(look.text for look in looks)
    return np.array([_measured(look, printed[look.text]) for look in looks], dtype=float)


def _count(text: str, signs: tuple[str, str]) -> int:
    """Count ASCII signs, and those of other scripts where the text has any."""
    return sum(map(text.count, signs[0] if text.isascii() else signs[0] + signs[1]))


def _measured(look: Look, printed: int) -> list[float]:
    text, n = look.text, look.n_words or 1
    last = text[-1]
    group = _NEITHER
    if look.reason:
        number = _GROUP_OF.get(look.reason, 4)
        group = (*_NEITHER[:number], 1.0, *_NEITHER[number + 1 :])
    prose = look.is_prose
    return [
        log1p(look.n_words),
        look.opens == "related" and not look.is_insert,
        look.opens == "comment",
        prose,
        min(look.n_words, _LONGEST) / _LONGEST if prose else 0.0,
        0.0 if prose else min(look.n_words, _LONGEST) / _LONGEST,
        look.is_terminal,
        last in _SENTENCE_ENDS,
        last == ":",
        look.function_share,
        min(1.0, len(_CAPITAL.findall(text)) / n),
        len(_DIGIT.findall(text)) / len(text),
        min(0.5, _count(text, _COMMAS) / n),
        log1p(_count(text, _STOPS)),
        min(3, _count(text, _LOUD)) / 3,
        _QUOTE.search(text) is not None,
        look.talk_share,
        look.line.gap,
        look.line.bullet,
        has_pipes(text),
        is_stamp(look),
        look.breaks_off,
        min(2, site_words(text)),
        text[0].islower(),
        min(20.0, len(text) / n) / 20,
        min(4, printed) / 4,
        look.is_insert,
        look.n_words < _SHORT,
        _DATE_FIRST.match(text) is not None,
        *group,
    ]


def _page_features(looks: Sequence[Look], own: Matrix) -> Matrix:
    """Where a line stands: in the densest run of prose or how far from it, and what the two have in common."""
    n = len(own)
    at = np.arange(n)
    prose = own[:, _PROSE] > 0
    words = np.array([look.n_words for look in looks], dtype=float)
    begin, end = heaviest_run(np.where(prose, np.minimum(words, _LONGEST), _BREAK).tolist())
    told = np.concatenate([[0.0], np.cumsum(words * prose)])
    shared = _shared_words(looks, prose, begin, end)
    late = (told[:-1] > _TOLD)[:, None] & (own[:, 1:3] > 0)
    since = at[:, None] - np.maximum.accumulate(np.where(own[:, 1:3] > 0, at[:, None], -2 * _FAR), axis=0)
    return np.column_stack(
        [
            (at >= begin) & (at < end),
            np.clip(at - begin, -_FAR, _FAR) / _FAR,
            np.clip(end - at, -_FAR, _FAR) / _FAR,
            told[:-1] / (told[-1] or 1.0),
            np.log1p(told[:-1]),
            np.log1p(told[-1] - told[1:]),
            np.full(n, log1p(told[-1])),
            at / n,
            np.minimum(since, 2 * _FAR) / (2 * _FAR),
            np.minimum(np.cumsum(late, axis=0), 3) / 3,
            shared,
        ]
    )


def _shared_words(looks: Sequence[Look], prose: NDArray[np.bool_], begin: int, end: int) -> Matrix:
    """The share of a line's content words that recur in other lines of the densest run."""
    stems = [content_words(look.text) if look.n_words >= _COUNTED else _NONE for look in looks]
    core = [begin <= i < end and bool(prose[i]) for i in range(len(looks))]
    counts = Counter(stem for i, line in enumerate(stems) if core[i] for stem in line)
    return np.array(
        [sum(counts[stem] > own for stem in line) / (len(line) or 1) for own, line in zip(core, stems, strict=True)]
    )


def heaviest_run(weights: Iterable[float]) -> tuple[int, int]:
    """Return the half-open range of the greatest sum, (0, 0) where nothing is above nought."""
    best, begin, end = 0.0, 0, 0
    total, first = 0.0, 0
    for at, weight in enumerate(weights):
        if total <= 0:
            total, first = 0.0, at
        total += weight
        if total > best:
            best, begin, end = total, first, at + 1
    return begin, end
