"""Learn: the task round `tasks.profiles`."""

from datetime import date
from pathlib import Path

from prefect import task

from tasks.caching import RETRY_DELAYS, is_transient
from tasks.profiles import learn_from_landing, save_profiles


@task(
    name="learn",
    task_run_name="learn from {landing}",
    retries=len(RETRY_DELAYS),
    retry_delay_seconds=RETRY_DELAYS,
    retry_condition_fn=is_transient,
)
def learn_zone(
    *, landing: str, out: Path, as_of: date, max_record_bytes: int, columns: str | None, least_stories: int
) -> dict[str, int]:
    """Write the profiles of a landing zone's outlets to `out`; return the number of lines learnt, by outlet."""
    profiles = learn_from_landing(
        landing, as_of=as_of, max_record_bytes=max_record_bytes, columns=columns, least_stories=least_stories
    )
    save_profiles(out, profiles)
    return {outlet: len(profile.lines) for outlet, profile in sorted(profiles.outlets.items())}
