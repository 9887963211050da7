"""The `ner` of a package, decoded with matrices: the same names in a third of the time.

spaCy's decoder asks each of some seventy actions at each token whether it is allowed, and takes Python's lock for each
question, which costs twice as much as the network itself. But outside of a name an action depends on nothing that was
decided before. So the actions of all tokens outside of names are scored by one multiplication, and then only the
insides of names are walked, those of all names abreast. The first layers see the word alone, so they are computed once
a word and batch, and the next ones once for what stands among the same words (`convolution`). The scores are those of
spaCy's decoder up to the order of additions; a `ner` that is made of other layers than that of spaCy's small packages
goes through spaCy's own decoder.
"""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate, islice
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray
from spacy.language import Language
from spacy.pipeline import EntityRecognizer
from spacy.tokens import Doc, Span
from thinc.api import Model

from dateline.extract.convolution import Convolution, Floats, Ints, weights_of

Flags = NDArray[np.bool_]
Found = tuple[int, int, int]
"""First token, end (half-open), and number of the column of its first action."""

_LAYERS: Final = (
    "extract_features",
    "list2ragged",
    "with_array",  # a vector for each of a word's features
    "with_array",  # these mixed into one
    "ragged2list",
    "with_array",  # mixed with those of the words around it
    "list2array",
    "linear",
)
_FEATURES: Final = 3
"""Of a decoder's state: the token, the first token of the open name, the last one before the token."""
_SPREAD: Final = np.uint64(0x9E3779B97F4A7C15)


@dataclass(frozen=True, slots=True)
class Network:
    """The parts of a greedy transition model over a convolution of word vectors."""

    columns: list[int | str]
    embed: Sequence[Model[Any, Any]]
    convolution: Convolution
    project: Model[Any, Any]
    lower: Model[Any, Any]
    upper: Model[Any, Any]

    @classmethod
    def of(cls, ner: EntityRecognizer) -> "Network | None":
        """Return the parts of the model of `ner`; `None`, where it is made of others."""
        model = ner.model
        layers = list(_links(model.get_ref("tok2vec")))
        lower, upper = model.get_ref("lower"), model.get_ref("upper")
        known = (
            tuple(layer.name.partition("(")[0] for layer in layers) == _LAYERS
            and ner.cfg["beam_width"] == 1
            and model.attrs["has_upper"]
            and not model.attrs["unseen_classes"]
            and (lower.get_dim("nF"), lower.get_dim("nP")) == (_FEATURES, 2)
        )
        convolution = Convolution.of(layers[_LAYERS.index("ragged2list") + 1]) if known else None
        if convolution is None:
            return None
        features, _, hashed, mixed, *_, project = layers
        return cls(features.attrs["columns"], [hashed, mixed], convolution, project, lower, upper)

    def vectors(self, docs: Sequence[Doc]) -> tuple[Floats, Ints]:
        """Return the vectors that differ, and which of them each token has, one document after the other."""
        words = np.concatenate([doc.to_array(["ORTH", "NORM"]).reshape(-1, 2) for doc in docs])
        # Its form and its norm tell all other features of a token; both are hashes, and so is this mixture of them.
        _, first, which = np.unique(words[:, 0] * _SPREAD + words[:, 1], return_index=True, return_inverse=True)
        features = np.concatenate([doc.to_array(self.columns).reshape(-1, len(self.columns)) for doc in docs])
        embedded = features[first]
        for layer in self.embed:
            embedded = layer.predict(embedded)
        ends = np.cumsum([len(doc) for doc in docs])[:-1]
        rows, which = self.convolution.rows(embedded, np.split(which, ends))
        return self.project.predict(rows), which


def _links(model: Model[Any, Any]) -> Iterator[Model[Any, Any]]:
    """Yield the links of a chain of chains, in order."""
    if model.name.startswith("with_array") or ">>" not in model.name:
        yield model
        return
    for layer in model.layers:
        yield from _links(layer)


@dataclass(frozen=True, slots=True)
class Actions:
    """What a decoder can do with a token outside of a name, a column each: open a name, take it alone, leave it."""

    classes: Ints
    """The outputs of the network that stand for the actions."""
    labels: Sequence[str]
    opens: Flags
    takes: Flags
    inside: Ints
    """For an action that opens a name, the outputs for going on with it and for ending it."""

    @classmethod
    def of(cls, ner: EntityRecognizer) -> "Actions":
        """Return the actions of `ner`."""
        names = [ner.moves.get_class_name(number) for number in range(ner.moves.n_moves)]
        number_of = {name: number for number, name in enumerate(names)}
        kept = [(number, *name.partition("-")[::2]) for number, name in enumerate(names)]
        kept = [(number, move, label) for number, move, label in kept if move == "O" or (move in "BU" and label)]
        return cls(
            np.array([number for number, _, _ in kept]),
            [label for _, _, label in kept],
            np.array([move == "B" for _, move, _ in kept]),
            np.array([move == "U" for _, move, _ in kept]),
            np.array([[number_of.get(f"{move}-{label}", 0) for move in "IL"] for _, _, label in kept]),
        )


class Decoder:
    """Decodes a batch of documents that hold no names yet."""

    def __init__(self, network: Network, actions: Actions, docs: Sequence[Doc]) -> None:
        self._actions = actions
        self._vectors, self._row = network.vectors(docs)
        self._of_feature = [matrix.reshape(-1, matrix.shape[-1]).T for matrix in weights_of(network.lower, "W")]
        self._if_none = weights_of(network.lower, "pad").reshape(_FEATURES, -1)
        self._bias = weights_of(network.lower, "b").reshape(-1)
        self._upper, self._upper_bias = weights_of(network.upper, "W"), weights_of(network.upper, "b")
        self._of_row: Floats = self._vectors @ self._of_feature[0]
        self._is_space = np.concatenate([doc.to_array("IS_SPACE") for doc in docs]).astype(bool)
        self._is_last = _last_tokens(docs)

    def names(self) -> list[Found]:
        """Return the names of all documents; tokens count through."""
        choices = self._outside()
        starts = np.flatnonzero(self._actions.opens[choices])
        ends = dict(zip(starts.tolist(), self._ends(starts, choices[starts]).tolist(), strict=True))
        found, done = [], 0
        for token in np.flatnonzero(self._actions.opens[choices] | self._actions.takes[choices]).tolist():
            if token >= done:
                done = ends.get(token, token + 1)
                found.append((token, done, int(choices[token])))
        return found

    def _outside(self) -> Ints:
        """Return the column of the best action for each token, were it outside of any name."""
        actions = self._actions
        hidden = self._hidden(self._of_row + self._if_none[1] + self._if_none[2])
        scores = (hidden @ self._upper[actions.classes].T + self._upper_bias[actions.classes])[self._row]
        scores[np.ix_(self._is_last, actions.opens)] = -np.inf
        scores[np.ix_(self._is_space, actions.opens | actions.takes)] = -np.inf
        best: Ints = scores.argmax(axis=1)
        return best

    def _ends(self, starts: Ints, choices: Ints) -> Ints:
        """Return the end (half-open) of the name that each of `starts` opens; all names grow by a token a round."""
        ends = starts + 1
        growing = np.arange(len(starts))
        first = self._vectors[self._row[starts]] @ self._of_feature[1]
        goes_on, stops = self._actions.inside[choices].T
        while len(growing):
            tokens = ends[growing]
            before = self._vectors[self._row[tokens - 1]] @ self._of_feature[2]
            hidden = self._hidden(self._of_row[self._row[tokens]] + first[growing] + before)
            on, stop = (
                np.einsum("ij,ij->i", hidden, self._upper[numbers]) + self._upper_bias[numbers]
                for numbers in (goes_on[growing], stops[growing])
            )
            ends[growing] = tokens + 1
            growing = growing[(on >= stop) & ~self._is_last[tokens]]
        return ends

    def _hidden(self, summed: Floats) -> Floats:
        """Return the larger piece of each pair."""
        pairs = summed + self._bias
        hidden: Floats = np.maximum(pairs[:, ::2], pairs[:, 1::2])
        return hidden


def _last_tokens(docs: Sequence[Doc]) -> Flags:
    """Return which tokens end a sentence or a document: no name goes beyond them."""
    opens = np.concatenate([np.append(doc.to_array("SENT_START")[1:], 1) for doc in docs if len(doc)])
    is_last: Flags = opens == 1
    return is_last


class Recognizer:
    """Finds the names of documents as `ner` does."""

    def __init__(self, ner: EntityRecognizer) -> None:
        self._ner = ner

    def __call__(self, doc: Doc) -> Doc:
        """Set the names of `doc`."""
        return next(self.pipe([doc]))

    def pipe(self, docs: Iterable[Doc], *, batch_size: int = 64) -> Iterator[Doc]:
        """Set the names of `docs`, `batch_size` at a time, and yield them in order."""
        network = Network.of(self._ner)
        if network is None:
            yield from self._ner.pipe(docs, batch_size=batch_size)
            return
        actions = Actions.of(self._ner)
        for batch in _batches(docs, batch_size):
            if filled := [doc for doc in batch if len(doc)]:
                _set_names(filled, actions, Decoder(network, actions, filled).names())
            yield from batch


def _batches(docs: Iterable[Doc], size: int) -> Iterator[list[Doc]]:
    stream = iter(docs)
    while batch := list(islice(stream, size)):
        yield batch


def _set_names(docs: Sequence[Doc], actions: Actions, found: Sequence[Found]) -> None:
    """Give each of `docs` its names; the tokens of `found` count through all of them."""
    ends = list(accumulate(map(len, docs)))
    spans: list[list[Span]] = [[] for _ in docs]
    for start, end, action in found:
        number = bisect_right(ends, start)
        before = ends[number] - len(docs[number])
        spans[number].append(Span(docs[number], start - before, end - before, label=actions.labels[action]))
    for doc, its in zip(docs, spans, strict=True):
        doc.set_ents(its, default="outside")


@Language.factory("recognizer")
def make_recognizer(nlp: Language, name: str) -> Recognizer:
    """Build the component; the `ner` that it takes the place of stands before it, disabled."""
    return Recognizer(nlp.get_pipe("ner"))
