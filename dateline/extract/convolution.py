"""A convolution over texts that repeat themselves: what stands among the same words is computed once.

A layer sees a token and its two neighbours, so the fourth layer sees nine words. Stories of one night share many such
stretches: agencies' copies, titles, names of bodies. Tokens whose neighbourhood was the same in the layer before are
one row of the next; the rows, not the tokens, go through the matrices.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import reduce
from typing import Any, Final, cast

import numpy as np
from numpy.typing import NDArray
from thinc.api import Model

Floats = NDArray[np.float32]
Ints = NDArray[np.int64]

_LAYERS: Final = ("expand_window", "maxout", "layernorm", "dropout")
_LEAST: Final = np.float32(1e-8)
"""Variance that is added, as the layer does, lest one divides by nought."""
_PART: Final = 1000
"""Rows whose matrices fit a processor's cache."""


def weights_of(layer: Model[Any, Any], name: str) -> Floats:
    """Return one of the arrays that `layer` has learnt."""
    return cast(Floats, layer.get_param(name))


@dataclass(frozen=True, slots=True)
class Mixer:
    """Makes one vector of those of three tokens: the largest of some sums each, brought to one scale."""

    weights: Floats
    """A row a sum: the first sum of each output, then the second of each."""
    bias: Floats
    pieces: int
    gain: Floats
    shift: Floats

    @classmethod
    def of(cls, maxout: Model[Any, Any], norm: Model[Any, Any]) -> "Mixer":
        """Return the weights of two layers."""
        weights, bias = weights_of(maxout, "W"), weights_of(maxout, "b")
        apart = np.ascontiguousarray(weights.swapaxes(0, 1)).reshape(-1, weights.shape[2])
        return cls(apart, bias.T.reshape(-1), weights.shape[1], weights_of(norm, "G"), weights_of(norm, "b"))

    def mixed(self, trios: Floats) -> Floats:
        """Return a vector for each row of `trios`; bit by bit what the layers themselves return."""
        sums = trios @ self.weights.T
        sums += self.bias
        mixed: Floats = reduce(np.maximum, np.split(sums, self.pieces, axis=1))
        variance = mixed.var(axis=1, keepdims=True) + _LEAST
        mixed -= mixed.mean(axis=1, keepdims=True)
        mixed *= variance**-0.5
        mixed *= self.gain
        mixed += self.shift
        return mixed


@dataclass(frozen=True, slots=True)
class Convolution:
    """Layers that each add to a token's vector what they make of it and its neighbours."""

    mixers: Sequence[Mixer]

    @classmethod
    def of(cls, model: Model[Any, Any]) -> "Convolution | None":
        """Return the layers of `model`; `None`, where it is made of others."""
        blocks = [layer for layer in model.walk() if layer.name.startswith("residual(") and len(layer.layers) == 1]
        parts = [[layer for layer in block.walk(order="dfs_pre") if not layer.layers] for block in blocks]
        is_known = len(blocks) == model.attrs["pad"] and all(
            tuple(layer.name for layer in layers) in (_LAYERS, _LAYERS[:-1]) and layers[0].attrs["window_size"] == 1
            for layers in parts
        )
        return cls([Mixer.of(maxout, norm) for _, maxout, norm, *_ in parts]) if is_known else None

    def rows(self, words: Floats, documents: Sequence[Ints]) -> tuple[Floats, Ints]:
        """Return the rows that differ, and the row of each token, one document after the other.

        Args:
            words: A vector a word.
            documents: The word of each token.
        """
        gap = np.full(len(self.mixers), len(words))  # so wide that no layer sees beyond its document
        rows = np.concatenate([words, np.zeros_like(words[:1])])
        which = np.concatenate([gap, *(part for document in documents for part in (document, gap))])
        is_token = which < len(words)
        for mixer in self.mixers:
            around = np.append(which[:1], which[:-1]), which, np.append(which[1:], which[-1:])
            _, first, which = np.unique(_numbers(around, len(rows)), return_index=True, return_inverse=True)
            rows = _next_rows(rows, np.stack([side[first] for side in around], axis=1), mixer)
        return rows, which[is_token]


def _numbers(around: Sequence[Ints], rows: int) -> Ints:
    """Return a number for each trio of rows."""
    before, itself, after = around
    numbers: Ints = (before * rows + itself) * rows + after
    return numbers


def _next_rows(rows: Floats, trios: Ints, mixer: Mixer) -> Floats:
    """Return a new row for each trio of rows."""
    made = rows.take(trios[:, 1], axis=0)
    for at in range(0, len(trios), _PART):
        part = trios[at : at + _PART]
        made[at : at + _PART] += mixer.mixed(rows.take(part.reshape(-1), axis=0).reshape(len(part), -1))
    return made
