"""The flow that has records read again that were set aside: for who works in the UI, not at the command line."""

from pathlib import Path

from prefect import flow

from dateline.records import RejectReason
from tasks.quarantine import let_in


@flow(name="retry-quarantine", flow_run_name="retry quarantine of {data}", validate_parameters=True)
def retry_quarantine(data: Path, uris: list[str] | None = None, reason: RejectReason | None = None) -> int:
    """Have the next nightly run read records again that were set aside, though they have not changed; return how many.

    For example after a limit was raised, or a file's permissions were put right.

    Args:
        data: Data directory; the published warehouse is dateline.duckdb in it.
        uris: URIs of records, as in meta.quarantine; none: all that is set aside.
        reason: Only records that were set aside for this reason.
    """
    return let_in(data.resolve(), uris or [], reason)
