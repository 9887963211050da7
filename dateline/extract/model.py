"""The language pipeline: `pipeline.cfg` with the `ner` component of the installed model, loaded once a process."""

from functools import lru_cache
from importlib import resources

from spacy.language import Language
from spacy.util import load_model_from_config
from thinc.api import Config, NumpyOps, set_current_ops

from dateline.errors import UsageError
from dateline.extract import (
    coreference,
    events,
    instruments,
    lexer,
    names,
    offices,
    organizations,
    people,
    places,
    quotes,
    recognizer,
    sentences,
    topics,
)
from dateline.extract.dossier import register_extension

# The factories that pipeline.cfg names stand in these modules; importing them declares the factories to spaCy.
COMPONENTS = (
    sentences,
    lexer,
    recognizer,
    organizations,
    people,
    offices,
    places,
    coreference,
    quotes,
    events,
    instruments,
    topics,
)


@lru_cache(maxsize=4)
def load_model(model_id: str) -> Language:
    """Return the pipeline of `pipeline.cfg` with the `ner` of the package `model_id`, or with our own (`names`).

    Arithmetic goes through numpy's kernels: 1.2 to 1.5 times as fast as spaCy's default, with identical entities. Set
    `OMP_NUM_THREADS=1` before the process starts: more threads make one pipeline slower, not faster.

    Raises:
        UsageError: no such package is installed, or it has no `ner`.
    """
    set_current_ops(NumpyOps(use_blis=False))
    register_extension()
    config = Config().from_str(resources.files("dateline.extract").joinpath("pipeline.cfg").read_text(encoding="utf-8"))
    is_own = model_id == names.__name__
    config["components"]["ner"]["source"] = names.BASE if is_own else model_id
    try:
        nlp = load_model_from_config(config, auto_fill=True, validate=True)
    except (OSError, KeyError) as error:
        raise UsageError(
            f"the language model {model_id!r} cannot be loaded: install the package, or name another one that has an"
            " `ner` component in the setting DATELINE_MODEL"
        ) from error
    if is_own:
        names.read_weights(nlp.get_pipe("ner"))
    return nlp
