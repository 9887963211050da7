"""`python -m tests.eval`: run the pipeline over the golden documents and show how well it reads them."""

import tempfile
from datetime import UTC, datetime
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console

from tests.eval.floor import PinRefused, load_floor, measured, pin, save_floor
from tests.eval.found import Warehouse, read_warehouse
from tests.eval.gold import GOLDEN, gold_documents, golden_digest
from tests.eval.judge import judge
from tests.eval.pipeline import RunFailed, run_dateline
from tests.eval.table import WIDTH, faults, score_table
from tests.eval.verdicts import tally


def main(
    misses: Annotated[bool, typer.Option(help="List what was missed and what was wrong")] = False,
    do_pin: Annotated[bool, typer.Option("--pin", help="Raise the floor to what is measured now")] = False,
    lower: Annotated[list[str] | None, typer.Option(metavar="ROW", help="With --pin: let this row sink")] = None,
    reason: Annotated[str, typer.Option(help="Why a row sinks; kept in floor.json")] = "",
    warehouse: Annotated[Path | None, typer.Option(help="Judge this warehouse instead of running the pipeline")] = None,
) -> None:
    """Show how well the golden documents are read, beside the floor that must not be lost."""
    console = Console(soft_wrap=True, highlight=False, width=WIDTH)
    if do_pin and warehouse:
        raise typer.BadParameter("a floor is pinned on a fresh run, not on --warehouse")
    verdicts = list(judge(gold_documents(), read_warehouse(warehouse) if warehouse else _fresh()))
    scores, floor = tally(verdicts), load_floor()
    console.print(score_table(scores, floor))
    if misses:
        console.print(*faults(verdicts), sep="\n")
    if do_pin:
        today = datetime.now(UTC).date()
        try:
            save_floor(pin(floor, measured(scores), golden_digest(), lower=lower or (), reason=reason, on=today))
        except PinRefused as refusal:
            console.print(f"not pinned: {refusal}")
            raise typer.Exit(1) from refusal
        console.print(f"pinned for {GOLDEN}")


def _fresh() -> Warehouse:
    with tempfile.TemporaryDirectory() as data:
        try:
            return read_warehouse(run_dateline(Path(data)))
        except RunFailed as failure:
            raise SystemExit(f"dateline run failed: {failure}") from failure


if __name__ == "__main__":
    typer.run(main)
