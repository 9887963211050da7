"""The flow that learns the profiles of outlets; the nightly flow takes them only when it is given the file."""

from datetime import UTC, date, datetime
from pathlib import Path

from prefect import flow

from dateline.clean.profile_learning import LEAST_STORIES
from tasks.learn import learn_zone


@flow(name="learn_profiles", flow_run_name="learn {landing}", validate_parameters=True)
def learn_profiles(
    landing: str,
    out: Path,
    as_of: date | None = None,
    max_record_bytes: int = 20_000_000,
    columns: str | None = None,
    least_stories: int = LEAST_STORIES,
) -> dict[str, int]:
    """Learn which lines recur at each outlet, and write them to a file; return the number of lines, by outlet.

    Args:
        landing: Folder, file, glob or fsspec URI of the landing zone.
        out: File of profiles to write. A new file there is a new version: the next night that is given it reads the
            documents of each outlet whose lines changed anew.
        as_of: Day that counts as today when a year is inferred; by default the day of the run (UTC).
        max_record_bytes: Largest record that is read, in bytes after decompression.
        columns: Columns of tables that have other names than the usual ones.
        least_stories: Different stories in which a line must stand.
    """
    return learn_zone(
        landing=landing,
        out=out,
        as_of=as_of or datetime.now(UTC).date(),
        max_record_bytes=max_record_bytes,
        columns=columns,
        least_stories=least_stories,
    )
