"""Tags by which Prefect's UI tells runs apart."""


def tags_of(flow: str, *, is_scheduled: bool = False) -> list[str]:
    """Return the tags of a run of `flow`: which flow it is, and whether its schedule started it or somebody did."""
    return [flow, "scheduled" if is_scheduled else "ad hoc"]
