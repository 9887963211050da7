"""Extract: cleaned documents in; people, bodies, places, offices, quotes, events, instruments and topics out."""

import gc
from collections.abc import Mapping, Sequence
from functools import lru_cache, partial
from itertools import chain
from threading import Lock
from typing import TYPE_CHECKING, Any, Final

import polars as pl
from prefect import task

from dateline import frames
from dateline.records import Analysis, Document, Rejected
from tasks import shelf
from tasks.caching import RETRY_DELAYS, is_transient, key_by_folder
from tasks.isolation import attempt
from tasks.night import CleanBatch, ExtractedBatch, Night
from tasks.shelf import Place

if TYPE_CHECKING:
    from spacy.language import Language

    from dateline.extract.repeats import Repeats

_MODEL_IN_USE: Final = Lock()
"""A pipeline is not made for two threads at once; in worker processes each has its own and never waits."""


def _folder(arguments: Mapping[str, Any]) -> Place:
    batch: CleanBatch = arguments["batch"]
    night: Night = arguments["night"]
    return night.shelf / "extract" / shelf.digest_of(batch.digest, night.rules_version, night.model)


@task(
    name="extract",
    task_run_name="extract batch {batch.number} of {batch.of}",
    cache_key_fn=key_by_folder(_folder),
    persist_result=True,
    retries=len(RETRY_DELAYS),
    retry_delay_seconds=RETRY_DELAYS,
    retry_condition_fn=is_transient,
)
def extract_batch(batch: CleanBatch, night: Night) -> ExtractedBatch:
    """Extract one cleaned batch; a document that the pipeline fails at is kept beside it with the error.

    The rules version and the model stand in the folder's name, and so in the cache key.
    """
    folder = _folder({"batch": batch, "night": night})
    documents = frames.from_frame(Document, shelf.take(batch.folder, "document"))
    analyses = analyse(documents, night.model)
    shelf.put(folder, _tables(analyses))
    rows = sum(isinstance(analysis, Analysis) for analysis in analyses)
    return ExtractedBatch(number=batch.number, of=batch.of, digest=folder.name, folder=folder, rows=rows, clean=batch)


def analyse(documents: Sequence[Document], model_id: str) -> list[Analysis | Rejected]:
    """Return one analysis or rejection a document, in order; together first, one by one when the batch fails."""
    with _MODEL_IN_USE:
        nlp = _pipeline(model_id)
        pipe = partial(_pipe, nlp=nlp, repeats=_repeats(model_id))
        together = attempt("extract", f"a batch of {len(documents)}", partial(pipe, documents))
        if not isinstance(together, Rejected):
            return list(together)
        singly = [attempt("extract", document.uri, partial(pipe, [document])) for document in documents]
        return list(chain.from_iterable([one] if isinstance(one, Rejected) else one for one in singly))


@lru_cache(maxsize=4)
def _pipeline(model_id: str) -> "Language":
    from dateline.extract.model import load_model  # spaCy takes seconds to import

    nlp = load_model(model_id)
    gc.freeze()  # model and lexicons stay to the end: walking them again and again took a twelfth of the extraction
    return nlp


@lru_cache(maxsize=1)
def _repeats(model_id: str) -> "Repeats":
    """Return what this process found with the model: agencies' stories come again and again in a night."""
    from dateline.extract.repeats import Repeats

    return Repeats()


def _pipe(documents: Sequence[Document], nlp: "Language", repeats: "Repeats") -> list[Analysis]:
    from dateline.extract.analysis import extract_documents

    return list(extract_documents(documents, nlp, repeats=repeats))


def _tables(analyses: Sequence[Analysis | Rejected]) -> dict[str, pl.DataFrame]:
    done = [analysis for analysis in analyses if isinstance(analysis, Analysis)]
    rejected = [analysis for analysis in analyses if isinstance(analysis, Rejected)]
    return {
        table: frames.to_frame(table, (row for analysis in done for row in getattr(analysis, field)))
        for table, field in frames.ANALYSIS_TABLES.items()
    } | {"rejected": frames.to_frame("rejected", rejected)}
