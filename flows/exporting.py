"""What `dateline export` does between its options and its exit status."""

from datetime import date

from dateline.settings import Settings
from flows.harmless import SafeConsole
from warehouse.carry import put
from warehouse.export import Wish
from warehouse.manifest import Manifest
from warehouse.table_files import FileFormat


def export_and_tell(
    settings: Settings, out: str, file_format: FileFormat, since: date | None, *, with_stage: bool
) -> None:
    """Export the published warehouse to `out` and say what stands there now.

    Raises:
        UsageError: nothing is published, or `out` is not empty.
        WarehouseBusy: the stage is asked for, and a run is writing.
        WarehouseError: a file cannot be read or written.
    """
    wish = Wish(file_format=file_format, since=since, with_stage=with_stage)
    made = put(settings.data, out, wish, settings.wait)
    SafeConsole(highlight=False).print(_told(made, out), soft_wrap=True, markup=False)


def _told(made: Manifest, out: str) -> str:
    size = sum(one.bytes for one in made.tables) / 1_000_000
    lines = [f"{made.documents} documents of {made.snapshot_id}: {len(made.tables)} files, {size:.1f} MB, in {out}"]
    if made.of("stage/document"):
        lines.append(f"dateline import {out} --data OTHER takes them into another warehouse")
    return "\n".join(lines)
