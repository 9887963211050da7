"""The flow that has records read again that were set aside: for who works in the UI, not at the command line."""

from collections.abc import Sequence
from typing import Annotated, Literal, get_args

from prefect import flow
from prefect.runtime import flow_run
from pydantic import Field, WithJsonSchema

from dateline.records import RejectReason
from dateline.settings import Settings
from flows.failure import TELLING, explained
from flows.forms import Data, named
from tasks.quarantine import let_in

_URIS = named("Documents", "URIs of records, as in meta.quarantine; none: all that is set aside")
_ONE_OF = WithJsonSchema({"type": "string", "enum": ["any", *get_args(RejectReason)]})
_REASON = named("Reason", "Only records that were set aside for this reason")


def run_name() -> str:
    """Name a flow run after its day and its data directory."""
    return f"{flow_run.scheduled_start_time:%Y-%m-%d %H:%M} retry quarantine of {flow_run.parameters['data']}"


@flow(name="retry-quarantine", flow_run_name=run_name, validate_parameters=True, **TELLING)
@explained
def retry_quarantine(
    *,
    uris: Annotated[Sequence[Annotated[str, Field(min_length=1)]], _URIS] = (),
    reason: Annotated[RejectReason | Literal["any"], _ONE_OF, _REASON] = "any",
    data: Data,
) -> int:
    """Have the next nightly run read records again that were set aside, though they have not changed; return how many.

    For example after a limit was raised, or a file's permissions were put right.

    Args:
        uris: URIs of records, as in meta.quarantine; none: all that is set aside.
        reason: Only records that were set aside for this reason.
        data: Data directory; the published warehouse is dateline.duckdb in it.
    """
    return let_in(data.resolve(), uris, None if reason == "any" else reason, Settings().wait)
