"""The command line: each command parses, calls one function, prints, and says by its exit status how it went.

0 done, also when there was nothing to do; 1 the audit failed or the run broke off, and yesterday's warehouse stays
published; 2 wrong use; 130 interrupted. Heavy libraries are imported by the commands that need them.
"""

import sys
import traceback
from datetime import datetime
from pathlib import Path
from typing import Annotated, Literal

import typer
from typer.exceptions import TyperException

from dateline.errors import DatelineError, UsageError, WarehouseBusy
from flows import asking, doctor, export_command, front, operations, quality, serve
from flows.front import INSIGHT, NIGHT, QUESTIONS, SET_UP
from flows.harmless import harmless
from flows.leaving import Interruption, QuietExit
from flows.options import setting, settings_of

app = typer.Typer(
    name="dateline",
    help="Raw news of security diplomacy in, a star schema that answers in SQL out.",
    cls=front.InOrder,
    invoke_without_command=True,
    callback=front.say_first_steps,
    add_completion=True,
    pretty_exceptions_enable=False,
)
profile = typer.Typer(help="Lines that recur at an outlet and are furniture there: learn, show.", no_args_is_help=True)
app.add_typer(profile, name="profile", rich_help_panel=NIGHT)

OK, WITHHELD, WRONG_USE, INTERRUPTED = 0, 1, 2, 130


@app.command(rich_help_panel=NIGHT)
def run(
    landing: Annotated[str | None, setting("landing")] = None,
    data: Annotated[Path | None, setting("data")] = None,
    model: Annotated[str | None, setting("model")] = None,
    as_of: Annotated[datetime | None, setting("as_of", formats=["%Y-%m-%d"])] = None,
    batch_size: Annotated[int | None, setting("batch_size")] = None,
    runner: Annotated[str | None, setting("runner")] = None,
    workers: Annotated[int | None, setting("workers")] = None,
    dask_address: Annotated[str | None, setting("dask_address")] = None,
    shelf: Annotated[str | None, setting("shelf")] = None,
    keep_snapshots: Annotated[int | None, setting("keep_snapshots")] = None,
    max_record_bytes: Annotated[int | None, setting("max_record_bytes")] = None,
    columns: Annotated[str | None, setting("columns")] = None,
    complete_landing: Annotated[
        bool | None, setting("complete_landing", "--complete-landing/--partial-landing")
    ] = None,
    max_vanished: Annotated[float | None, setting("max_vanished")] = None,
    corrections: Annotated[Path | None, setting("corrections")] = None,
    profiles: Annotated[Path | None, setting("profiles")] = None,
    lease: Annotated[str | None, setting("lease")] = None,
) -> None:
    """Load what is new in the landing zone, audit, and publish."""
    given = dict(locals())
    from flows.command import run_nightly

    run_nightly(settings_of(given))


serve.join(app, NIGHT)
operations.join(app)


asking.join(app)


@app.command(rich_help_panel=QUESTIONS)
def brief(
    data: Annotated[Path | None, setting("data")] = None,
    out: Annotated[Path | None, typer.Option(help="File to write; default: brief.html in the data directory")] = None,
    day: Annotated[
        datetime | None, typer.Option(formats=["%Y-%m-%d"], help="Night to tell about (UTC); default: the last one")
    ] = None,
) -> None:
    """Write what the last night brought as one page of HTML.

    Stories, meetings, people, places, quotes, and how good it is.
    """
    from flows.brief import print_brief

    print_brief(settings_of({"data": data}).data, out, day and day.date())


quality.join(app, QUESTIONS)


@app.command(rich_help_panel=INSIGHT)
def explain(
    document: Annotated[str, typer.Argument(metavar="FILE", help="A file, or the URI of a document: folder/a.jsonl#3")],
    record: Annotated[int | None, typer.Option(min=1, help="Only this record of the file")] = None,
    landing: Annotated[str | None, setting("landing")] = None,
    data: Annotated[Path | None, typer.Option(help="Ask the warehouse published there instead of the file")] = None,
    profiles: Annotated[Path | None, setting("profiles")] = None,
    as_of: Annotated[datetime | None, setting("as_of", formats=["%Y-%m-%d"])] = None,
    columns: Annotated[str | None, setting("columns")] = None,
    width: Annotated[int | None, typer.Option(min=40, help="Characters of a line; default: the terminal's")] = None,
    as_json: Annotated[bool, typer.Option("--json", help="One JSON object a document instead")] = False,
    html: Annotated[Path | None, typer.Option(help="Write a page of HTML to this file instead")] = None,
) -> None:
    """Show why each line of a document is kept or dropped.

    And what title, date, agency, outlet and place rest on.
    """
    named = {"landing": landing, "profiles": profiles, "as_of": as_of, "columns": columns}
    settings = settings_of(named)
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
    data: Annotated[Path | None, setting("data")] = None,
) -> None:
    """Show which documents name a person, and why they are taken for one."""
    from flows.why import print_why

    print_why(settings_of({"data": data}).data, person)


@app.command(rich_help_panel=INSIGHT, context_settings={"ignore_unknown_options": True})  # keys may be negative
def trace(
    kind: Annotated[Literal["quote", "mention", "office", "event"], typer.Argument(help="What the key is of")],
    key: Annotated[int, typer.Argument(help="quote_key, mention_key, office_key or event_key")],
    data: Annotated[Path | None, setting("data")] = None,
    html: Annotated[Path | None, typer.Option(help="Write a page of HTML to this file instead")] = None,
) -> None:
    """Show the characters that a fact comes from, and who else says so.

    In the body and in the raw text; with rules, model and run that made it.
    """
    from flows.trace import Kind, trace_fact

    trace_fact(settings_of({"data": data}).data, Kind(kind), key, html)


@profile.command()
def learn(
    out: Annotated[Path, typer.Option(help="File to write; it is replaced as a whole")],
    landing: Annotated[str | None, setting("landing")] = None,
    as_of: Annotated[datetime | None, setting("as_of", formats=["%Y-%m-%d"])] = None,
    columns: Annotated[str | None, setting("columns")] = None,
    least_stories: Annotated[int, typer.Option(min=2, help="Different stories in which a line must stand")] = 5,
) -> None:
    """Learn from a landing zone which lines recur at each outlet.

    They are written into a file that people can read and correct.
    """
    named = {"landing": landing, "as_of": as_of, "columns": columns}
    from flows.profile_command import learn_into

    learn_into(out, settings_of(named), least_stories)


@profile.command()
def show(
    profiles: Annotated[Path | None, typer.Argument(help="File of profiles; default: DATELINE_PROFILES")] = None,
    outlet: Annotated[str | None, typer.Option(help="Only this outlet")] = None,
) -> None:
    """Print the recurring lines of each outlet, and how often they were seen."""
    from flows.profile_command import show_profiles

    show_profiles(profiles or settings_of({}).profiles, outlet)


@app.command(rich_help_panel=INSIGHT)
def diff(
    before: Annotated[Path, typer.Argument(help="A warehouse, or the data directory that it is published in")],
    after: Annotated[Path, typer.Argument(help="Another one")],
    examples: Annotated[int, typer.Option(min=0, help="Rows that are shown of each table and kind")] = 3,
) -> None:
    """Show which rows two warehouses do not share.

    Two versions of the code over one landing zone, say, or two nights.
    """
    from flows.difference import print_diff

    print_diff(before, after, examples=examples)


@app.command(rich_help_panel=INSIGHT)
def digest(
    data: Annotated[Path | None, setting("data")] = None,
    build: Annotated[bool, typer.Option("--build", help="The private build database, not the published one")] = False,
) -> None:
    """Print a digest of each table: equal rows give equal digests."""
    from warehouse.connection import BUILD, PUBLISHED
    from warehouse.digest import digest as digest_of

    folder = settings_of({"data": data}).data
    for table, value in digest_of(folder / (BUILD if build else PUBLISHED)).items():
        typer.echo(f"{value}  {table}")


export_command.join(app)
doctor.join(app)


@app.command(rich_help_panel=SET_UP)
def version() -> None:
    """Print the version of the program and of its rules."""
    from importlib.metadata import version as installed

    from dateline.version import RULES_VERSION

    typer.echo(f"dateline {installed('dateline')}, rules {RULES_VERSION}")


def main() -> None:
    """Run the command line and exit with its status; the last lines on standard error say what failed."""
    leave = QuietExit(WITHHELD)
    leave.status = _status(Interruption())
    sys.exit(leave.status)


def _status(interruption: Interruption) -> int:
    try:
        returned = app(prog_name="dateline", standalone_mode=False)
    except TyperException as error:
        return _say(front.in_plain_words(error), WRONG_USE)
    except (UsageError, WarehouseBusy) as error:
        return _say(str(error), WRONG_USE)
    except SystemExit as done:  # so the completion of the shell ends
        return int(done.code or OK)
    except Exception as error:
        if not interruption.heard:
            return _tell(error)
        returned = INTERRUPTED
    if returned == INTERRUPTED:  # so Typer tells of Ctrl-C
        return _say("interrupted: what is published stays, and the next run goes on where one stopped", INTERRUPTED)
    return returned if isinstance(returned, int) else OK


def _tell(error: Exception) -> int:
    """Say what ended a run, at which stage, and what to do; of other commands only what went wrong."""
    from tasks.course import cause_of, latest_course

    if not isinstance(error, (DatelineError, OSError)):  # of the system's errors, the full disk is the likely one
        traceback.print_exception(error)
    if course := latest_course():
        from tasks.failure import failure_of

        failure = failure_of(error, "run", course)
        _say(f"{failure.headline}: {failure.cause}", WITHHELD)
        return _say(f"what to do: {failure.advice}", WITHHELD)
    return _say(str(error) if isinstance(error, (DatelineError, OSError)) else cause_of(error), WITHHELD)


def _say(message: str, status: int) -> int:
    typer.echo(f"dateline: {harmless(' '.join(message.split()))}", err=True)
    return status


if __name__ == "__main__":
    main()
