"""Our part of what a filter of crawls does: read each page, find the story in it, drop what is round it, write it down.

Beside the text it makes language, title, agency, day, dateline and the receipt of every line.

Run as `python -m bench.read_and_clean LANDING FOLDER [WORKERS]`.
"""

import sys
from collections.abc import Sequence
from concurrent.futures import ProcessPoolExecutor
from datetime import date
from pathlib import Path
from typing import Final

from dateline import frames
from dateline.clean import clean_document
from dateline.read import read_records
from dateline.records import Cleaned, RawDocument

_AS_OF: Final = date(2026, 6, 1)
_MAX_RECORD_BYTES: Final = 20_000_000
_BATCH: Final = 64


def main() -> None:
    """Read and clean every file of the landing zone in batches, in one process or in several."""
    landing, target, *workers = sys.argv[1:]
    paths = sorted(path for path in Path(landing).rglob("*") if path.is_file())
    Path(target).mkdir(parents=True)
    batches = [(paths[first : first + _BATCH], Path(target) / f"{first:07}") for first in range(0, len(paths), _BATCH)]
    if not workers or workers == ["1"]:
        stories = sum(map(clean_batch, *zip(*batches, strict=True)))
    else:
        with ProcessPoolExecutor(int(workers[0])) as pool:
            stories = sum(pool.map(clean_batch, *zip(*batches, strict=True)))
    print(f"{stories} stories in {len(paths)} files")


def clean_batch(paths: Sequence[Path], target: Path) -> int:
    """Clean the documents of some files and write them and their lines as Parquet; return how many are stories."""
    cleaned = [one for path in paths for one in _clean(path)]
    documents = frames.to_frame("document", (one.document for one in cleaned))
    documents.write_parquet(target.with_suffix(".document.parquet"))
    blocks = frames.to_frame("block", (block for one in cleaned for block in one.blocks))
    blocks.write_parquet(target.with_suffix(".block.parquet"))
    return sum(one.document.is_story for one in cleaned)


def _clean(path: Path) -> list[Cleaned]:
    with path.open("rb") as stream:
        records = read_records(path.name, stream, max_record_bytes=_MAX_RECORD_BYTES)
        cleaned = [clean_document(raw, as_of=_AS_OF) for raw in records if isinstance(raw, RawDocument)]
    return [one for one in cleaned if isinstance(one, Cleaned)]


if __name__ == "__main__":
    main()
