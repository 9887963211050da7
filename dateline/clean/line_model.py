"""How likely each line of a page is story: small trees over `line_features`, learnt by `bench/learn_lines.py`.

The weights stand in `line_model.json`; NOTICE names the pages that they were learnt from.
"""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Final

import numpy as np
from numpy.typing import NDArray

from dateline.clean.blocks import Look
from dateline.clean.line_features import Matrix, line_features
from dateline.errors import LexiconError

_FILE: Final = "line_model.json"


_ALL: Final = 255
_LOWEST: Final = np.array([max(0, (bits & -bits).bit_length() - 1) for bits in range(_ALL + 1)])
"""The position of the lowest bit that is set."""
_MOST_TESTS: Final = 7


@dataclass(frozen=True, slots=True)
class LineModel:
    """Trees of at most seven tests and eight leaves, as tables of one row a tree.

    A test that does not hold rules out the leaves on its left: `masks` keeps the bits of the others. The leaf that a
    line reaches is the first one, from the left, that no test rules out.
    """

    columns: NDArray[np.intp]
    thresholds: Matrix
    masks: NDArray[np.uint8]
    values: Matrix
    baseline: float

    def log_odds(self, features: Matrix) -> Matrix:
        """Return the natural logarithm of the odds that a line is story, one for each row."""
        holds = features[:, self.columns] <= self.thresholds
        left = np.bitwise_and.reduce(np.where(holds, np.uint8(_ALL), self.masks), axis=2)
        reached: Matrix = self.values[np.arange(len(self.values)), _LOWEST[left]]
        odds: Matrix = self.baseline + reached.sum(axis=1)
        return odds


@cache
def load_line_model() -> LineModel:
    """Return the trees of `line_model.json`.

    Raises:
        LexiconError: a tree is malformed.
    """
    data = json.loads(files("dateline.clean").joinpath(_FILE).read_text("utf-8"))
    return read_trees(data["trees"], data["baseline"])


def read_trees(trees: Sequence[Sequence[Sequence[float]]], baseline: float) -> LineModel:
    """Return the tables of trees written as nodes, the root first.

    Args:
        trees: A node is `[value]` (a leaf) or `[column, threshold, left, right]`; left is where the column is not above
            the threshold, and both are positions in the tree.
        baseline: What the values are added to.

    Raises:
        LexiconError: a tree has more than seven tests.
    """
    shape = (len(trees), _MOST_TESTS)
    columns, thresholds = np.zeros(shape, dtype=np.intp), np.full(shape, np.inf)
    masks, values = np.full(shape, _ALL, dtype=np.uint8), np.zeros((len(trees), _MOST_TESTS + 1))
    for number, tree in enumerate(trees):
        tests, leaves = _walk(tree, 0, 0)
        if len(tests) > _MOST_TESTS:
            raise LexiconError(f"{_FILE}: tree {number} has {len(tests)} tests")
        values[number, : len(leaves)] = leaves
        for test, (column, threshold, mask) in enumerate(tests):
            columns[number, test], thresholds[number, test], masks[number, test] = column, threshold, mask
    return LineModel(columns, thresholds, masks, values, baseline)


def _walk(tree: Sequence[Sequence[float]], at: int, first: int) -> tuple[list[tuple[int, float, int]], list[float]]:
    """Return the tests (column, threshold, mask) below a node and its leaves, of which the first has number `first`."""
    node = tree[at]
    if len(node) == 1:
        return [], [node[0]]
    left_tests, left_leaves = _walk(tree, int(node[2]), first)
    right_tests, right_leaves = _walk(tree, int(node[3]), first + len(left_leaves))
    ruled_out = ((1 << len(left_leaves)) - 1) << first
    return [(int(node[0]), node[1], _ALL & ~ruled_out), *left_tests, *right_tests], left_leaves + right_leaves


def line_odds(looks: Sequence[Look]) -> Matrix:
    """Return the log odds that each line is story; to be called before the layout gives reasons of its own."""
    return load_line_model().log_odds(line_features(looks))
