"""Commands of who runs the warehouse: take out, let in, read again, make anew, go back, look at what was set aside."""

from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import Annotated, Any, Final

import typer

from flows.options import setting, settings_of

OPERATIONS: Final = "Operations"
quarantine = typer.Typer(help="Records that were set aside: list them, look at one, try again.", no_args_is_help=True)
_COMMANDS: Final[list[Callable[..., Any]]] = []


def operation(command: Callable[..., Any]) -> Callable[..., Any]:
    """Note a command for `join`."""
    _COMMANDS.append(command)
    return command


def join(app: typer.Typer) -> None:
    """Give the command line these commands."""
    app.add_typer(quarantine, name="quarantine", rich_help_panel=OPERATIONS)
    for command in _COMMANDS:
        app.command(rich_help_panel=OPERATIONS)(command)


@operation
def withdraw(
    uris: Annotated[list[str], typer.Argument(metavar="URI...", help="URIs of documents, as in dim_document")],
    data: Annotated[Path | None, setting("data")] = None,
    corrections: Annotated[Path | None, setting("corrections")] = None,
    keep_snapshots: Annotated[int | None, setting("keep_snapshots")] = None,
) -> None:
    """Take documents out with all that only they support, and publish.

    They stay out until they are restored, though they lie in the landing zone.
    """
    named = {"data": data, "corrections": corrections, "keep_snapshots": keep_snapshots}
    settings = settings_of(named)
    from flows.command import run_withdrawal

    run_withdrawal(settings, uris)


@operation
def restore(
    uris: Annotated[list[str], typer.Argument(metavar="URI...", help="URIs of withdrawn documents")],
    data: Annotated[Path | None, setting("data")] = None,
) -> None:
    """Let withdrawn documents in again: the next run reads them as new."""
    from tasks.withdrawal import let_in_again

    number = let_in_again(settings_of({"data": data}).data, uris, "withdrawn")
    typer.echo(f"{number} restored: the next run reads what of it is in the landing zone")


@operation
def backfill(
    since: Annotated[
        datetime | None, typer.Option(formats=["%Y-%m-%d"], help="Only published on this day or later")
    ] = None,
    until: Annotated[datetime | None, typer.Option(formats=["%Y-%m-%d"], help="Only published until this day")] = None,
    source: Annotated[str | None, typer.Option(help="Only of this agency or outlet, as dim_source names it")] = None,
    publish_each: Annotated[
        bool, typer.Option("--publish-each", help="Publish after each part of eight batches, not once at the end")
    ] = False,
    data: Annotated[Path | None, setting("data")] = None,
    model: Annotated[str | None, setting("model")] = None,
    as_of: Annotated[datetime | None, setting("as_of", formats=["%Y-%m-%d"])] = None,
    batch_size: Annotated[int | None, setting("batch_size")] = None,
    runner: Annotated[str | None, setting("runner")] = None,
    workers: Annotated[int | None, setting("workers")] = None,
    dask_address: Annotated[str | None, setting("dask_address")] = None,
    shelf: Annotated[str | None, setting("shelf")] = None,
    keep_snapshots: Annotated[int | None, setting("keep_snapshots")] = None,
    corrections: Annotated[Path | None, setting("corrections")] = None,
    profiles: Annotated[Path | None, setting("profiles")] = None,
) -> None:
    """Read again what older rules, another model or profile read.

    The raw text is taken from the warehouse, not from the landing zone; then the warehouse is published.
    """
    own = ("since", "until", "source", "publish_each")
    given = dict(locals())
    settings = settings_of({name: value for name, value in given.items() if name not in own})
    from flows.command import run_backfill
    from tasks.outdated import Selection

    chosen = Selection(since=since and since.date(), until=until and until.date(), source=source)
    run_backfill(settings, chosen, publish_each=publish_each)


@operation
def rebuild(
    from_landing: Annotated[
        bool, typer.Option("--from-landing", help="Set the stage aside too: the next run reads all documents anew")
    ] = False,
    data: Annotated[Path | None, setting("data")] = None,
    corrections: Annotated[Path | None, setting("corrections")] = None,
    keep_snapshots: Annotated[int | None, setting("keep_snapshots")] = None,
) -> None:
    """Make every row of the star anew from what is staged, and publish.

    Also when the build database is damaged or lost.
    """
    named = {"data": data, "corrections": corrections, "keep_snapshots": keep_snapshots}
    settings = settings_of(named)
    if not from_landing:
        from flows.command import run_rebuild

        run_rebuild(settings)
        return
    from warehouse.lock import writer_lock
    from warehouse.rebuild import forget_stage

    with writer_lock(settings.data):
        number = forget_stage(settings.data)
    typer.echo(f"{number} documents will be read anew by the next `dateline run`; what is published stays until then")


@operation
def rollback(data: Annotated[Path | None, setting("data")] = None) -> None:
    """Publish the snapshot before the present one again.

    Until the next run publishes what the build holds.
    """
    from warehouse.lock import writer_lock
    from warehouse.publish import rollback as roll_back

    folder = settings_of({"data": data}).data
    with writer_lock(folder):
        typer.echo(f"published is now {roll_back(folder)}")


@quarantine.command(name="list")
def list_quarantine(
    data: Annotated[Path | None, setting("data")] = None,
    reason: Annotated[str | None, typer.Option(help="Only records set aside for this reason")] = None,
) -> None:
    """List the records that are set aside now, with stage and reason."""
    from flows.quarantine import print_list

    print_list(settings_of({"data": data}).data, reason)


@quarantine.command(name="show")
def show_quarantine(
    uri: Annotated[str, typer.Argument(help="URI of a record")], data: Annotated[Path | None, setting("data")] = None
) -> None:
    """Show every time that a record was set aside: when, where, why."""
    from flows.quarantine import print_record

    print_record(settings_of({"data": data}).data, uri)


@quarantine.command(name="retry")
def retry_quarantine(
    uris: Annotated[list[str] | None, typer.Argument(metavar="[URI...]", help="Default: all that is set aside")] = None,
    data: Annotated[Path | None, setting("data")] = None,
    reason: Annotated[str | None, typer.Option(help="Only records set aside for this reason")] = None,
) -> None:
    """Have the next run read records again that were set aside."""
    from tasks.withdrawal import let_in_again

    number = let_in_again(settings_of({"data": data}).data, uris or (), "quarantined", reason)
    typer.echo(f"{number} to be read again by the next run")
