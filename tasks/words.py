"""What a stage came to, in a few words: for the run's log and its summary."""

from functools import singledispatch

from dateline.pages.words import counted
from tasks.audit import Audit
from tasks.intake import Intake
from tasks.load import Loaded
from tasks.night import Batch
from tasks.outcome import RunReport, outcomes_in_words
from tasks.outdated import Choice
from tasks.validate import CheckedGroup


@singledispatch
def in_words(made: object) -> str:
    """Return what a stage's result says in numbers; nothing where it says nothing.

    Args:
        made: What the stage's task returned, or the list of what its task runs returned.
    """
    return ""


@in_words.register
def _(made: Intake) -> str:
    return outcomes_in_words(made.outcomes)


@in_words.register
def _(made: Choice) -> str:
    return f"{outcomes_in_words(made.outcomes)}, in {counted(len(made.parts), 'part')}"


@in_words.register
def _(made: Loaded) -> str:
    if made.rows:
        facts = sum(rows for table, rows in made.rows.items() if table.startswith("fact_"))
        return f"{counted(facts, 'fact')} in the star"
    return f"{made.outcomes.get('quarantined', 0):,} set aside"


@in_words.register
def _(made: Audit) -> str:
    numbers = {"check": made.findings, "critical failure": made.failures, "warning": made.warnings}
    return ", ".join(counted(len(found), what) for what, found in numbers.items())


@in_words.register
def _(made: RunReport) -> str:
    return ", ".join(made.pages) or made.state


@in_words.register
def _(made: CheckedGroup) -> str:
    return in_words([made])


@in_words.register(list)
def _(made: list[object]) -> str:
    if not made:
        return "nothing to do"
    if groups := [one for one in made if isinstance(one, CheckedGroup)]:
        rejected = sum(len(group.rejected) for group in groups)
        return f"{counted(sum(group.documents for group in groups), 'document')} passed, {rejected:,} set aside"
    if batches := [one for one in made if isinstance(one, Batch)]:
        rows = sum(batch.rows for batch in batches)
        return f"{counted(rows, 'document')} in {counted(len(batches), 'batch', 'batches')}"
    return ""
