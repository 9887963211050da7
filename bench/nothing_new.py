"""`python -m bench.nothing_new`: what a night costs that finds nothing new, against how many documents are known.

For each size a landing zone is made (`bench.corpus`, in folders of a thousand files) and a data directory that knows
all of it: every document is staged as it was read, without facts, stands in the books as loaded, and is published.
Then `dateline run` is measured from outside. The same over a zone of one document is the start-up.
"""

import argparse
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterable, Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import Final

import duckdb

from bench.corpus import make_landing
from bench.measure import Cost, measure, middle
from dateline import frames, ids
from dateline.records import Document, RawDocument
from dateline.settings import Settings

HEADS: Final = ("known", "wall s", "processor s", "of it start-up", "µs a document", "peak MiB")
_SAMPLE: Final = Path(__file__).parent.parent / "sample" / "landing"
_A_FOLDER: Final = 1_000
_AT_ONCE: Final = 5_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Quiet:
    """What a night with nothing new took over `documents` known ones, and what it took over a single one."""

    documents: int
    night: Cost
    start_up: Cost

    def cells(self) -> tuple[str, ...]:
        """Return the row of a table under `HEADS`."""
        each = (self.night.processor - self.start_up.processor) / self.documents * 1e6
        seconds = (self.night.wall, self.night.processor, self.start_up.processor)
        return (f"{self.documents:,}", *(f"{value:.1f}" for value in seconds), f"{each:.0f}", f"{self.night.peak:,.0f}")


def make_zone(zone: Path, documents: int) -> None:
    """Make a landing zone of `documents` text files in folders of a thousand."""
    for first in range(0, documents, _A_FOLDER):
        folder = zone / f"{first // _A_FOLDER:04}"
        make_landing(_SAMPLE, folder, documents=min(_A_FOLDER, documents - first), seed=first + 1)


def make_known(zone: Path, data: Path) -> None:
    """Make a data directory that knows every document of `zone`, as if a night had loaded and published them."""
    from tasks import landing
    from tasks.books import run_of
    from tasks.night import begin_night
    from warehouse import books, publish
    from warehouse.connection import open_build
    from warehouse.load import load_star

    night = begin_night(Settings(landing=str(zone), data=data))
    records = landing.read(landing.survey(night.landing), night.max_record_bytes)
    with run_of(night, "nightly"):
        with closing(open_build(night.data)) as con:
            for documents in _in_parts(record for record in records if isinstance(record, RawDocument)):
                _stage(con, documents, night.run_id, night.extractor_version)
            load_star(con, night.run_id)
            books.end_run(con, night.run_id, "published", outcomes={}, seconds={})
        publish.publish(night.data, night.run_id)


def quiet_nights(documents: Sequence[int], *, folder: Path | None = None, rounds: int = 1) -> Iterator[Quiet]:
    """Measure a night with nothing new over as many known documents as each of `documents` says.

    Args:
        documents: Sizes of the landing zone.
        folder: Where zones and warehouses are made; default: the system's folder for such things.
        rounds: How often each night is measured; the median counts.
    """
    with tempfile.TemporaryDirectory(dir=folder) as scratch:
        start_up = _measured(Path(scratch), 1, rounds)
        for number in documents:
            yield Quiet(documents=number, night=_measured(Path(scratch), number, rounds), start_up=start_up)


def quiet_night(zone: Path, data: Path) -> Cost:
    """Run a night over `zone`, which `data` knows, in a process of its own, and return what it took.

    Raises:
        SystemExit: it failed, or found something to do.
    """
    cost = measure([sys.executable, "-m", "flows.cli", "run", "--landing", str(zone), "--data", str(data)])
    with closing(duckdb.connect(str(data / "build.duckdb"), read_only=True)) as con:
        [(state,)] = con.execute("SELECT arg_max(state, number) FROM meta.run").fetchall()
    if state != "unchanged":
        raise SystemExit(f"the night over {zone} was not one with nothing new: {state}")
    return cost


def _measured(scratch: Path, documents: int, rounds: int) -> Cost:
    zone, data = scratch / "zone", scratch / "data"
    # in a process of its own: the peak of one that is started counts from that of the one that starts it
    subprocess.run([sys.executable, "-m", "bench.nothing_new", "--make", zone, data, str(documents)], check=True)
    quiet_night(zone, data)  # it writes the pages too
    costs = [quiet_night(zone, data) for _ in range(rounds)]
    for made in (zone, data):
        shutil.rmtree(made)
    return middle(costs)


def _in_parts(documents: Iterable[RawDocument]) -> Iterator[list[RawDocument]]:
    left = iter(documents)
    while part := list(islice(left, _AT_ONCE)):
        yield part


def _stage(con: duckdb.DuckDBPyConnection, documents: Iterable[RawDocument], run_id: str, version: str) -> None:
    from warehouse.staging import stage_batches

    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "document.parquet"
        frames.to_frame("document", map(_read_whole, documents)).write_parquet(path)
        stage_batches(con, {"document": [path]}, run_id=run_id, extractor_version=version)


def _read_whole(raw: RawDocument) -> Document:
    """Return a document all of whose text is its body."""
    return Document(
        document_key=ids.document_key(raw.uri),
        uri=raw.uri,
        content_sha256=raw.content_sha256,
        format=raw.format,
        language="en",
        is_story=True,
        title=None,
        raw=raw.raw,
        body=raw.raw,
        offsets=[0, len(raw.raw), 0, len(raw.raw)],
        agency=None,
        outlet=None,
        published_date=None,
        published_date_basis="none",
        published_date_candidates=[],
        dateline_place=None,
        dateline_text=None,
        is_machine_translated=False,
        machine_translation_evidence=None,
        encoding=raw.encoding,
    )


def main(arguments: Sequence[str] | None = None) -> None:
    """Measure a night with nothing new at each size and print a table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--documents", type=int, nargs="+", default=[1_000, 10_000, 100_000], help="known documents")
    parser.add_argument("--rounds", type=int, default=1, help="how often each night is measured; the median counts")
    parser.add_argument("--folder", type=Path, help="where zones and warehouses are made; default: the system's")
    parser.add_argument("--make", nargs=3, metavar=("ZONE", "DATA", "DOCUMENTS"), help=argparse.SUPPRESS)
    options = parser.parse_args(arguments)
    if options.make:
        zone, data, documents = options.make
        make_zone(Path(zone), int(documents))
        make_known(Path(zone), Path(data))
        return
    print(f"| {' | '.join(HEADS)} |")
    print("| " + "---: | " * len(HEADS))
    for quiet in quiet_nights(options.documents, folder=options.folder, rounds=options.rounds):
        print(f"| {' | '.join(quiet.cells())} |", flush=True)


if __name__ == "__main__":
    main()
