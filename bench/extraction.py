"""`python -m bench.extraction`: words a second of extraction against the bare model over the same clean bodies.

Three sides take turns in one process: our whole extraction, the model with all its default components, and the model's
`ner` alone with the kernels that we use. Start-up and loading are left out; processor seconds are the process' own.
"""

import argparse
import tempfile
import time
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from statistics import median
from typing import Final

import spacy
from rich.console import Console
from rich.table import Table
from thinc.api import NumpyOps, set_current_ops

from bench.corpus import make_landing
from dateline.clean import clean_document
from dateline.extract.analysis import extract_documents
from dateline.extract.model import load_model
from dateline.extract.names import BASE
from dateline.read import read_records
from dateline.records import Cleaned, Document, RawDocument
from dateline.settings import Settings

_SAMPLE: Final = Path(__file__).parent.parent / "sample" / "landing"
_AS_OF: Final = date(2026, 6, 1)
_MAX_RECORD_BYTES: Final = 20_000_000


def stories(landing: Path) -> list[Document]:
    """Return the cleaned English stories of a folder."""
    return [document for document in _cleaned(landing) if document.is_story and document.language == "en"]


def _cleaned(landing: Path) -> Iterator[Document]:
    for path in sorted(path for path in landing.rglob("*") if path.is_file()):
        with path.open("rb") as stream:
            for raw in read_records(path.name, stream, max_record_bytes=_MAX_RECORD_BYTES):
                cleaned = clean_document(raw, as_of=_AS_OF) if isinstance(raw, RawDocument) else None
                if isinstance(cleaned, Cleaned):
                    yield cleaned.document


def sides(documents: list[Document], model: str) -> dict[str, Callable[[], object]]:
    """Return what is measured: each callable goes once through all `documents`."""
    bodies = [document.body for document in documents]
    whole = spacy.load(BASE)
    ours = load_model(model)  # sets the kernels that extraction uses, for the third side too
    names = spacy.load(BASE, exclude=[name for name in whole.pipe_names if name not in ("tok2vec", "ner")])
    return {
        "extraction": lambda: list(extract_documents(documents, ours)),
        f"bare {BASE}, all components": lambda: list(whole.pipe(bodies, batch_size=64)),
        f"bare {BASE}, ner alone": lambda: list(names.pipe(bodies, batch_size=64)),
    }


def main() -> None:
    """Measure all sides `--rounds` times in turn over a made landing zone, or over a folder, and print medians."""
    arguments = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    arguments.add_argument("--documents", type=int, default=200)
    arguments.add_argument("--rounds", type=int, default=3)
    arguments.add_argument("--landing", type=Path, help="folder of raw documents instead of made ones")
    options = arguments.parse_args()
    set_current_ops(NumpyOps(use_blis=True))  # what spaCy takes by default on a processor
    with tempfile.TemporaryDirectory() as scratch:
        landing = options.landing or Path(scratch)
        if not options.landing:
            make_landing(_SAMPLE, landing, documents=options.documents)
        documents = stories(landing)
    words = sum(len(document.body.split()) for document in documents)
    measured = sides(documents, Settings().model)
    seconds: dict[str, list[float]] = {name: [] for name in measured}
    for _ in range(options.rounds):
        for name, side in measured.items():
            start = time.process_time()
            side()
            seconds[name].append(time.process_time() - start)
    _print(len(documents), words, {name: median(runs) for name, runs in seconds.items()})


def _print(documents: int, words: int, seconds: dict[str, float]) -> None:
    table = Table(title=f"{documents} stories, {words} words of body; processor time, medians")
    for column in ("", "seconds", "words/s", "speed of extraction against it"):
        table.add_column(column, justify="right" if column else "left")
    ours = next(iter(seconds.values()))
    for name, taken in seconds.items():
        table.add_row(name, f"{taken:.1f}", f"{words / taken:,.0f}", f"{taken / ours:.2f}")
    Console().print(table)


if __name__ == "__main__":
    main()
