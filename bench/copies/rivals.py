"""What else finds copies: MinHash, and plain containment over rare word n-grams, each at its best threshold."""

import re
import time
from collections import Counter, defaultdict
from collections.abc import Callable, Sequence
from itertools import combinations
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray
from rensa import RMinHash  # type: ignore[import-untyped]  # has no stubs

from bench.copies.score import Score, score
from bench.copies.story import Story

PERMUTATIONS: Final = 128
USUAL: Final = 0.7
_THRESHOLDS: Final = tuple(step / 40 for step in range(5, 37))
_MINHASH: Final[Any] = RMinHash
_WORD: Final = re.compile(r"\w+")

Alike = tuple[NDArray[np.int64], NDArray[np.float64]]
"""Pairs of places, and how much each is alike."""


def judged(stories: Sequence[Story]) -> list[tuple[str, Score, float]]:
    """Return name, score and documents per second of processor; n-gram and threshold are chosen knowing the answers."""
    bodies = [story.body for story in stories]
    ways: dict[str, Callable[[], Alike]] = {
        "MinHash, 2-grams": lambda: _minhash(bodies, 2),
        "MinHash, 3-grams": lambda: _minhash(bodies, 3),
        "rare 3-grams": lambda: _rare_containment(bodies, 3, 20),
        "rare 2-grams": lambda: _rare_containment(bodies, 2, 20),
    }
    rows = []
    for name, measure in ways.items():
        start = time.process_time()
        pairs, alike = measure()
        speed = len(stories) / (time.process_time() - start)
        best = max(_THRESHOLDS, key=lambda it: _f1(stories, pairs, alike, it))
        for said, threshold in {"best": best, "usual": USUAL}.items():
            if said == "best" or name == "MinHash, 3-grams":
                claimed = set(map(tuple, pairs[alike >= threshold].tolist()))
                rows.append((f"{name}, {said} ({threshold:.3f})", score(stories, claimed), speed))
    return rows


def _f1(stories: Sequence[Story], pairs: NDArray[np.int64], alike: NDArray[np.float64], threshold: float) -> float:
    names = {name: number for number, name in enumerate(dict.fromkeys(it.origin for it in stories))}
    origin = np.array([names[it.origin] for it in stories])
    claimed = pairs[alike >= threshold]
    right = int((origin[claimed[:, 0]] == origin[claimed[:, 1]]).sum())
    true = sum(count * (count - 1) // 2 for count in Counter(it.origin for it in stories).values())
    return 2 * right / (true + len(claimed))


def _grams(text: str, size: int) -> list[str]:
    words = _WORD.findall(text.casefold())
    return [" ".join(words[at : at + size]) for at in range(max(1, len(words) - size + 1))]


def _minhash(bodies: Sequence[str], size: int) -> Alike:
    """Estimate the Jaccard similarity over word n-grams of `size` for all pairs."""
    signatures = np.array([_digest(_grams(body, size)) for body in bodies], dtype=np.uint32)
    pairs, alike = [], []
    for place in range(len(bodies) - 1):
        shares = (signatures[place + 1 :] == signatures[place]).mean(axis=1)
        others = np.flatnonzero(shares >= _THRESHOLDS[0])
        pairs.append(np.stack([np.full(len(others), place), place + 1 + others], axis=1))
        alike.append(shares[others])
    return np.concatenate(pairs), np.concatenate(alike)


def _digest(grams: list[str]) -> list[int]:
    sketch = _MINHASH(num_perm=PERMUTATIONS, seed=1)
    sketch.update(grams)
    return list(sketch.digest())


def _rare_containment(bodies: Sequence[str], size: int, most: int) -> Alike:
    """Measure the share of the shorter text's rare n-grams (in at most `most` documents) that recur in the other."""
    grams = [set(_grams(body, size)) for body in bodies]
    holders: dict[str, list[int]] = defaultdict(list)
    for place, own in enumerate(grams):
        for gram in own:
            holders[gram].append(place)
    rare = {gram: found for gram, found in holders.items() if len(found) <= most}
    sizes = [sum(gram in rare for gram in own) for own in grams]
    shared = Counter(pair for found in rare.values() for pair in combinations(found, 2))
    kept = [pair for pair, count in shared.items() if count > 1]
    alike = [shared[pair] / max(1, min(sizes[pair[0]], sizes[pair[1]])) for pair in kept]
    return np.array(kept, dtype=np.int64).reshape(-1, 2), np.array(alike)
