"""`python -m bench.copies`: how well copies are found, against MinHash and containment, on made-up wire stories."""

import argparse
import time
from collections.abc import Callable, Sequence
from typing import Final

from rich.console import Console
from rich.table import Table

from bench.copies.desk import make_desk
from bench.copies.feed import make_feed
from bench.copies.score import SAME_EVENT, Pair, Score, pairs_of, score
from bench.copies.story import Maker, Story
from dateline.clean.near_duplicates import Candidate, find_duplicates

MAKERS: Final[dict[str, Maker]] = {"desk": make_desk, "feed": make_feed}


def ours(stories: Sequence[Story]) -> set[Pair]:
    """Return the pairs that stand in one cluster of ours."""
    found = find_duplicates(
        Candidate(document_key=place, uri=it.uri, published_date=it.published, body=it.body)
        for place, it in enumerate(stories)
    )
    return pairs_of((it.document_key, it.canonical_document_key) for it in found)


def _timed(find: Callable[[], set[Pair]], stories: Sequence[Story]) -> tuple[Score, float]:
    start = time.process_time()
    claimed = find()
    return score(stories, claimed), len(stories) / (time.process_time() - start)


def _rivals(stories: Sequence[Story]) -> list[tuple[str, Score, float]]:
    from bench.copies import rivals

    return rivals.judged(stories)


def main() -> None:
    """Make the sets, find the copies, print the tables."""
    arguments = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    arguments.add_argument("--documents", type=int, default=8000)
    arguments.add_argument("--seeds", type=int, nargs="+", default=[2, 3, 4])
    arguments.add_argument("--makers", nargs="+", choices=list(MAKERS), default=list(MAKERS))
    arguments.add_argument("--alone", action="store_true", help="without the rivals")
    options = arguments.parse_args()
    for maker in options.makers:
        for seed in options.seeds:
            stories = MAKERS[maker](seed, options.documents)
            judged, speed = _timed(lambda stories=stories: ours(stories), stories)  # type: ignore[misc]
            others = [] if options.alone else _rivals(stories)
            _print(f"{maker}, seed {seed}: {len(stories)} documents", [("dateline", judged, speed), *others])
            _print_kinds(judged)


def _print(title: str, rows: list[tuple[str, Score, float]]) -> None:
    table = Table(title=title)
    for column in ("", "P", "R", "F1", "same event merged", "documents/processor s"):
        table.add_column(column, justify="right" if column else "left")
    for name, it, speed in rows:
        shares = (f"{value:.3f}" for value in (it.precision, it.recall, it.f1))
        table.add_row(name, *shares, str(it.wrong_by_kind.get(SAME_EVENT, 0)), f"{speed:.0f}")
    Console().print(table)


def _print_kinds(it: Score) -> None:
    console = Console()
    found = (f"{kind} {right / max(1, total):.3f}" for kind, (right, total) in it.recall_by_kind.items())
    console.print("Found with its original:", ", ".join(found))
    console.print("Wrong pairs:", ", ".join(f"{kind} {count}" for kind, count in it.wrong_by_kind.items()) or "none")


if __name__ == "__main__":
    main()
