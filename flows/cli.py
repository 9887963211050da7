"""The command line: each command parses, calls one function, prints, and says by its exit status how it went.

0 done, also when there was nothing to do; 1 the audit failed or the run broke off, and yesterday's warehouse stays
published; 2 wrong use; 130 interrupted. Heavy libraries are imported by the commands that need them.
"""

import sys
from datetime import datetime
from pathlib import Path
from typing import Annotated, Any, Literal

import typer
from pydantic import ValidationError
from typer.exceptions import TyperException

from dateline.errors import DatelineError, UsageError, WarehouseBusy
from dateline.settings import Settings
from flows.leaving import QuietExit

NIGHT, OPERATIONS, QUESTIONS, INSIGHT = "Every night", "Operations", "Questions", "Why is it so?"

app = typer.Typer(
    name="dateline",
    help="Raw news of security diplomacy in, a star schema that answers in SQL out.",
    no_args_is_help=True,
    add_completion=True,
    pretty_exceptions_enable=False,
)
profile = typer.Typer(
    help="Lines that recur at an outlet and are furniture there: learn them, look at them.", no_args_is_help=True
)
app.add_typer(profile, name="profile", rich_help_panel=NIGHT)
quarantine = typer.Typer(help="Records that were set aside: list them, look at one, try again.", no_args_is_help=True)
app.add_typer(quarantine, name="quarantine", rich_help_panel=OPERATIONS)

OK, WITHHELD, WRONG_USE, INTERRUPTED = 0, 1, 2, 130


def _setting(name: str, *flags: str, **more: Any) -> Any:
    """Return the option of a setting, described where the setting is."""
    field = Settings.model_fields[name]
    shown = f"{field.description} (DATELINE_{name.upper()}; default: {field.default})"
    return typer.Option(*flags, help=shown, show_default=False, **more)


@app.command(rich_help_panel=NIGHT)
def run(
    landing: Annotated[str | None, _setting("landing")] = None,
    data: Annotated[Path | None, _setting("data")] = None,
    model: Annotated[str | None, _setting("model")] = None,
    as_of: Annotated[datetime | None, _setting("as_of", formats=["%Y-%m-%d"])] = None,
    batch_size: Annotated[int | None, _setting("batch_size")] = None,
    runner: Annotated[str | None, _setting("runner")] = None,
    workers: Annotated[int | None, _setting("workers")] = None,
    keep_snapshots: Annotated[int | None, _setting("keep_snapshots")] = None,
    max_record_bytes: Annotated[int | None, _setting("max_record_bytes")] = None,
    columns: Annotated[str | None, _setting("columns")] = None,
    complete_landing: Annotated[
        bool | None, _setting("complete_landing", "--complete-landing/--partial-landing")
    ] = None,
    max_vanished: Annotated[float | None, _setting("max_vanished")] = None,
    corrections: Annotated[Path | None, _setting("corrections")] = None,
    profiles: Annotated[Path | None, _setting("profiles")] = None,
) -> None:
    """Load what is new in the landing zone, audit the warehouse, and publish it."""
    given = dict(locals())
    from flows.command import run_nightly

    run_nightly(_settings(given))


@app.command(rich_help_panel=OPERATIONS)
def withdraw(
    uris: Annotated[list[str], typer.Argument(metavar="URI...", help="URIs of documents, as in dim_document")],
    data: Annotated[Path | None, _setting("data")] = None,
    corrections: Annotated[Path | None, _setting("corrections")] = None,
    keep_snapshots: Annotated[int | None, _setting("keep_snapshots")] = None,
) -> None:
    """Take documents out with all that only they support, and publish; they stay out until they are restored."""
    named = {"data": data, "corrections": corrections, "keep_snapshots": keep_snapshots}
    settings = _settings(named)
    from flows.command import run_withdrawal

    run_withdrawal(settings, uris)


@app.command(rich_help_panel=OPERATIONS)
def restore(
    uris: Annotated[list[str], typer.Argument(metavar="URI...", help="URIs of withdrawn documents")],
    data: Annotated[Path | None, _setting("data")] = None,
) -> None:
    """Let withdrawn documents in again: the next run reads them as new."""
    from tasks.withdrawal import let_in_again

    number = let_in_again(_settings({"data": data}).data, uris, "withdrawn")
    typer.echo(f"{number} restored: the next run reads what of it is in the landing zone")


@app.command(rich_help_panel=OPERATIONS)
def backfill(
    since: Annotated[
        datetime | None, typer.Option(formats=["%Y-%m-%d"], help="Only published on this day or later")
    ] = None,
    until: Annotated[datetime | None, typer.Option(formats=["%Y-%m-%d"], help="Only published until this day")] = None,
    source: Annotated[str | None, typer.Option(help="Only of this agency or outlet, as dim_source names it")] = None,
    publish_each: Annotated[
        bool, typer.Option("--publish-each", help="Publish after each part of eight batches, not once at the end")
    ] = False,
    data: Annotated[Path | None, _setting("data")] = None,
    model: Annotated[str | None, _setting("model")] = None,
    as_of: Annotated[datetime | None, _setting("as_of", formats=["%Y-%m-%d"])] = None,
    batch_size: Annotated[int | None, _setting("batch_size")] = None,
    runner: Annotated[str | None, _setting("runner")] = None,
    workers: Annotated[int | None, _setting("workers")] = None,
    keep_snapshots: Annotated[int | None, _setting("keep_snapshots")] = None,
    corrections: Annotated[Path | None, _setting("corrections")] = None,
    profiles: Annotated[Path | None, _setting("profiles")] = None,
) -> None:
    """Read again what older rules, another model or profile read, from the raw text in the warehouse, and publish."""
    own = ("since", "until", "source", "publish_each")
    given = dict(locals())
    settings = _settings({name: value for name, value in given.items() if name not in own})
    from flows.command import run_backfill
    from tasks.outdated import Selection

    chosen = Selection(since=since and since.date(), until=until and until.date(), source=source)
    run_backfill(settings, chosen, publish_each=publish_each)


@app.command(rich_help_panel=OPERATIONS)
def rebuild(
    from_landing: Annotated[
        bool, typer.Option("--from-landing", help="Set the stage aside too: the next run reads all documents anew")
    ] = False,
    data: Annotated[Path | None, _setting("data")] = None,
    corrections: Annotated[Path | None, _setting("corrections")] = None,
    keep_snapshots: Annotated[int | None, _setting("keep_snapshots")] = None,
) -> None:
    """Make every row of the star anew from what is staged, and publish it; also when the build database is damaged."""
    named = {"data": data, "corrections": corrections, "keep_snapshots": keep_snapshots}
    settings = _settings(named)
    if not from_landing:
        from flows.command import run_rebuild

        run_rebuild(settings)
        return
    from warehouse.lock import writer_lock
    from warehouse.rebuild import forget_stage

    with writer_lock(settings.data):
        number = forget_stage(settings.data)
    typer.echo(f"{number} documents will be read anew by the next `dateline run`; what is published stays until then")


@app.command(rich_help_panel=OPERATIONS)
def rollback(data: Annotated[Path | None, _setting("data")] = None) -> None:
    """Publish the snapshot before the present one again, until the next run publishes what the build holds."""
    from warehouse.lock import writer_lock
    from warehouse.publish import rollback as roll_back

    folder = _settings({"data": data}).data
    with writer_lock(folder):
        typer.echo(f"published is now {roll_back(folder)}")


@quarantine.command(name="list")
def list_quarantine(
    data: Annotated[Path | None, _setting("data")] = None,
    reason: Annotated[str | None, typer.Option(help="Only records set aside for this reason")] = None,
) -> None:
    """List the records that are set aside now, with stage and reason."""
    from flows.quarantine import print_list

    print_list(_settings({"data": data}).data, reason)


@quarantine.command(name="show")
def show_quarantine(
    uri: Annotated[str, typer.Argument(help="URI of a record")], data: Annotated[Path | None, _setting("data")] = None
) -> None:
    """Show every time that a record was set aside: when, by which run, at which stage, why."""
    from flows.quarantine import print_record

    print_record(_settings({"data": data}).data, uri)


@quarantine.command(name="retry")
def retry_quarantine(
    uris: Annotated[list[str] | None, typer.Argument(metavar="[URI...]", help="Default: all that is set aside")] = None,
    data: Annotated[Path | None, _setting("data")] = None,
) -> None:
    """Have the next run read records again that were set aside, though they have not changed."""
    from tasks.withdrawal import let_in_again

    number = let_in_again(_settings({"data": data}).data, uris or (), "quarantined")
    typer.echo(f"{number} to be read again by the next run")


@app.command(rich_help_panel=QUESTIONS)
def sql(
    question: Annotated[str, typer.Argument(help="One SQL statement; the warehouse is open for reading only")],
    data: Annotated[Path | None, _setting("data")] = None,
) -> None:
    """Ask the published warehouse in SQL and print the answer as a table."""
    from warehouse.read import print_answer

    print_answer(_settings({"data": data}).data, question)


@app.command(rich_help_panel=QUESTIONS)
def brief(
    data: Annotated[Path | None, _setting("data")] = None,
    out: Annotated[Path | None, typer.Option(help="File to write; default: brief.html in the data directory")] = None,
    day: Annotated[
        datetime | None, typer.Option(formats=["%Y-%m-%d"], help="Night to tell about (UTC); default: the last one")
    ] = None,
) -> None:
    """Write what the last night brought as one page of HTML: stories, meetings, people, places, quotes, quality."""
    from flows.brief import print_brief

    print_brief(_settings({"data": data}).data, out, day and day.date())


@app.command(rich_help_panel=INSIGHT)
def explain(
    document: Annotated[str, typer.Argument(metavar="FILE", help="A file, or the URI of a document: folder/a.jsonl#3")],
    record: Annotated[int | None, typer.Option(min=1, help="Only this record of the file")] = None,
    landing: Annotated[str | None, _setting("landing")] = None,
    data: Annotated[Path | None, typer.Option(help="Ask the warehouse published there instead of the file")] = None,
    profiles: Annotated[Path | None, _setting("profiles")] = None,
    as_of: Annotated[datetime | None, _setting("as_of", formats=["%Y-%m-%d"])] = None,
    columns: Annotated[str | None, _setting("columns")] = None,
    width: Annotated[int | None, typer.Option(min=40, help="Characters of a line; default: the terminal's")] = None,
    as_json: Annotated[bool, typer.Option("--json", help="One JSON object a document instead")] = False,
    html: Annotated[Path | None, typer.Option(help="Write a page of HTML to this file instead")] = None,
) -> None:
    """Show why each line of a document is kept or dropped, and what title, date and agency rest on."""
    named = {"landing": landing, "profiles": profiles, "as_of": as_of, "columns": columns}
    settings = _settings(named)
    from flows import explain as explaining
    from flows import explanation_view as view

    explained = (
        iter([explaining.explain_published(data, document)])
        if data
        else explaining.explain_file(document, settings, record=record)
    )
    if as_json:
        view.print_json(explained)
    elif html:
        view.save_html(explained, html, width=width)
    else:
        view.print_explanations(explained, width=width)


@app.command(rich_help_panel=INSIGHT)
def why(
    person: Annotated[str, typer.Argument(metavar="PERSON", help="A name, part of one, or a person_key")],
    data: Annotated[Path | None, _setting("data")] = None,
) -> None:
    """Show which documents name a person, how, and on what evidence they are taken for one."""
    from flows.why import print_why

    print_why(_settings({"data": data}).data, person)


@app.command(rich_help_panel=INSIGHT, context_settings={"ignore_unknown_options": True})  # keys may be negative
def trace(
    kind: Annotated[Literal["quote", "mention", "office", "event"], typer.Argument(help="What the key is of")],
    key: Annotated[int, typer.Argument(help="quote_key, mention_key, office_key or event_key")],
    data: Annotated[Path | None, _setting("data")] = None,
    html: Annotated[Path | None, typer.Option(help="Write a page of HTML to this file instead")] = None,
) -> None:
    """Show the characters of body and raw text that a fact comes from, what made it, and who else says so."""
    from flows.trace import Kind, trace_fact

    trace_fact(_settings({"data": data}).data, Kind(kind), key, html)


@profile.command()
def learn(
    out: Annotated[Path, typer.Option(help="File to write; it is replaced as a whole")],
    landing: Annotated[str | None, _setting("landing")] = None,
    as_of: Annotated[datetime | None, _setting("as_of", formats=["%Y-%m-%d"])] = None,
    columns: Annotated[str | None, _setting("columns")] = None,
    least_stories: Annotated[int, typer.Option(min=2, help="Different stories in which a line must stand")] = 5,
) -> None:
    """Learn from a landing zone which lines recur at each outlet, and write them into a file that people can read."""
    named = {"landing": landing, "as_of": as_of, "columns": columns}
    from flows.profile_command import learn_into

    learn_into(out, _settings(named), least_stories)


@profile.command()
def show(
    profiles: Annotated[Path | None, typer.Argument(help="File of profiles; default: DATELINE_PROFILES")] = None,
    outlet: Annotated[str | None, typer.Option(help="Only this outlet")] = None,
) -> None:
    """Print the recurring lines of each outlet, with the number of stories and days they were seen in."""
    from flows.profile_command import show_profiles

    show_profiles(profiles or _settings({}).profiles, outlet)


@app.command(rich_help_panel=INSIGHT)
def diff(
    before: Annotated[Path, typer.Argument(help="A warehouse, or the data directory that it is published in")],
    after: Annotated[Path, typer.Argument(help="Another one")],
    examples: Annotated[int, typer.Option(min=0, help="Rows that are shown of each table and kind")] = 3,
) -> None:
    """Show which rows two warehouses do not share: two versions of the code over one landing zone, or two nights."""
    from flows.difference import print_diff

    print_diff(before, after, examples=examples)


@app.command(rich_help_panel=INSIGHT)
def digest(
    data: Annotated[Path | None, _setting("data")] = None,
    build: Annotated[bool, typer.Option("--build", help="The private build database, not the published one")] = False,
) -> None:
    """Print a digest of every table of the star: equal rows give equal digests, whatever their order."""
    from warehouse.connection import BUILD, PUBLISHED
    from warehouse.digest import digest as digest_of

    folder = _settings({"data": data}).data
    for table, value in digest_of(folder / (BUILD if build else PUBLISHED)).items():
        typer.echo(f"{value}  {table}")


@app.command(rich_help_panel=INSIGHT)
def version() -> None:
    """Print the version of the program and of its rules."""
    from importlib.metadata import version as installed

    from dateline.version import RULES_VERSION

    typer.echo(f"dateline {installed('dateline')}, rules {RULES_VERSION}")


def _settings(options: dict[str, Any]) -> Settings:
    """Return the settings under the options that were given; those that are `None` were not."""
    given = {name: value for name, value in options.items() if value is not None}
    if isinstance(day := given.get("as_of"), datetime):
        given["as_of"] = day.date()
    try:
        return Settings(**given)
    except ValidationError as error:
        first = error.errors()[0]
        name = str(first["loc"][0])
        where = f"--{name.replace('_', '-')}" if name in given else f"DATELINE_{name.upper()}"
        raise UsageError(f"{where}: {first['msg']}, got {first['input']!r}") from error


def main() -> None:
    """Run the command line and exit with its status; an error of ours is one line on standard error."""
    leave = QuietExit(WITHHELD)
    leave.status = _status()
    sys.exit(leave.status)


def _status() -> int:
    try:
        returned = app(standalone_mode=False)
    except TyperException as error:
        return _say(error.format_message() if hasattr(error, "format_message") else str(error), WRONG_USE)
    except (UsageError, WarehouseBusy) as error:
        return _say(str(error), WRONG_USE)
    except (DatelineError, OSError) as error:  # of the system's errors, the full disk is the likely one
        return _say(str(error), WITHHELD)
    if returned == INTERRUPTED:  # so Typer tells of Ctrl-C
        return _say("interrupted: nothing was published, and the next run goes on where this one stopped", INTERRUPTED)
    return OK


def _say(message: str, status: int) -> int:
    typer.echo(f"dateline: {' '.join(message.split())}", err=True)
    return status


if __name__ == "__main__":
    main()
