"""The flow that learns the profiles of outlets; the nightly flow takes them only when it is given the file."""

from datetime import UTC, datetime
from pathlib import Path
from typing import Annotated

from prefect import flow
from prefect.runtime import flow_run

from dateline.clean.profile_learning import LEAST_STORIES
from flows.failure import TELLING, explained
from flows.forms import LEARN, Landing, LearnForm, named
from tasks.learn import learn_zone

_OUT = named(
    "File to write", "A new file there is a new version: the next night that is given it reads anew what it concerns"
)
_LEAST = named("Least number of stories", "Different stories in which a line must stand", ge=2, le=1000)


def run_name() -> str:
    """Name a flow run after its day and its landing zone."""
    return f"{flow_run.scheduled_start_time:%Y-%m-%d %H:%M} learn {flow_run.parameters['landing']}"


@flow(name="learn-profiles", flow_run_name=run_name, validate_parameters=True, **TELLING)
@explained
def learn_profiles(
    *,
    landing: Landing,
    out: Annotated[Path, _OUT],
    least_stories: Annotated[int, _LEAST] = LEAST_STORIES,
    options: LearnForm = LEARN,
) -> dict[str, int]:
    """Learn which lines recur at each outlet, and write them to a file; return the number of lines, by outlet.

    Args:
        landing: Folder, file, glob or fsspec URI of the landing zone.
        out: File of profiles to write. A new file there is a new version: the next night that is given it reads the
            documents of each outlet whose lines changed anew.
        least_stories: Different stories in which a line must stand.
        options: What seldom needs another value.
    """
    return learn_zone(
        landing=landing,
        out=out,
        as_of=options.as_of or datetime.now(UTC).date(),
        max_record_bytes=options.max_record_bytes,
        columns=options.columns,
        least_stories=least_stories,
    )
