"""Imported in the process that workers are forked from (`flows.forking`): what each would else load for itself."""

import gc
import importlib
import logging
import os
from datetime import date
from typing import Final

from flows.forking import DEFAULT_MODEL, MODEL

logger = logging.getLogger(__name__)

_MODULES: Final = ("prefect.task_engine", "prefect.task_runners", "prefect.context")
_STORY: Final = """ASTANA, March 14, 2022. The Minister of Defense of Kazakhstan, Askar Temirgaliuly, met his
Uzbek counterpart.

"We have agreed on a joint exercise of mountain units," Askar Temirgaliuly said after the talks in Astana on Monday.

The ministers signed a plan of military cooperation for 2022-2024, the press service of the CSTO reported.
"""
_FRENCH: Final = "Le ministre a signé hier un accord avec ses homologues, a indiqué son service de presse à Douchanbé."
"""What is made when it is first needed (patterns, profiles of languages) is there once these have been read."""


def prepare_origin() -> None:
    """Import what workers need and read a story; what fails here fails in a worker again, and is told there."""
    try:
        for module in _MODULES:
            importlib.import_module(module)
        _read_a_story()
    except Exception:
        logger.debug("left to the workers", exc_info=True)
    gc.collect()
    gc.freeze()  # a collection in a worker would write to each object, and so copy what all share


def _read_a_story() -> None:
    from dateline.clean import clean_document
    from dateline.clean.language import detect_language
    from dateline.extract.analysis import extract_documents
    from dateline.extract.model import load_model
    from dateline.records import Cleaned, RawDocument

    detect_language(_FRENCH)
    raw = RawDocument(uri="story", content_sha256="0" * 64, format="text", encoding="utf-8", raw=_STORY)
    cleaned = clean_document(raw, as_of=date(2022, 3, 14))
    documents = [cleaned.document] if isinstance(cleaned, Cleaned) else []
    list(extract_documents(documents, load_model(os.environ.get(MODEL, DEFAULT_MODEL))))


prepare_origin()
