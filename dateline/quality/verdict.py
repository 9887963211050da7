"""The verdict on the last run in one sentence, and what to do about it."""

from dataclasses import dataclass

from dateline.pages.words import counted, minute
from dateline.quality.rows import LastRun, Quality


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """How the last run ended, and what to do about it, with commands between backticks; `tone` is good, warn or bad."""

    tone: str
    sentence: str
    advice: str


def verdict_of(quality: Quality) -> Verdict:
    """Return what somebody wants to know first."""
    last = quality.last
    if not last:
        return Verdict(tone="warn", sentence="No run stands in the books.", advice="Start one: `dateline run`.")
    bad = [check for check in quality.checks if not check.success and check.severity == "critical"]
    mild = [check for check in quality.checks if not check.success and check.severity != "critical"]
    if last.state == "withheld":
        return _withheld(last, len(bad))
    if last.state == "failed":
        return _failed(last)
    if last.state == "running":
        return Verdict(
            tone="warn",
            sentence="The run is under way, or its process died; the next run marks it failed then.",
            advice=f"{_what_analysts_see(last)} Come back when it has ended.",
        )
    return _done(last, len(bad), len(mild))


def _done(last: LastRun, bad: int, mild: int) -> Verdict:
    what = "Nothing had changed; what was published stays" if last.state == "unchanged" else "Published"
    if bad:
        return Verdict(
            tone="warn",
            sentence=f"{what}. {counted(bad, 'rule was', 'rules were')} broken by documents that are set aside now.",
            advice="The rest went on. Look at the failing rows; when the cause is mended, `dateline quarantine retry`"
            " has the documents read again.",
        )
    if mild:
        return Verdict(
            tone="warn",
            sentence=f"{what}, with {counted(mild, 'warning')}.",
            advice="Nothing is withheld. Read what each warning would mean, and whether it has come to stay.",
        )
    return Verdict(tone="good", sentence=f"{what}. Every rule was kept.", advice="There is nothing to do.")


def _withheld(last: LastRun, bad: int) -> Verdict:
    rules = "a critical rule is broken" if bad == 1 else f"{bad} critical rules are broken"
    return Verdict(
        tone="bad",
        sentence=f"Withheld: {rules} in what was loaded, so that nothing was published.",
        advice=f"{_what_analysts_see(last)} Look at the failing rows. Where a document is to blame, `dateline withdraw`"
        " takes it out; where the star is damaged, `dateline rebuild` makes it anew; else the code is wrong. Then"
        " `dateline run`.",
    )


def _failed(last: LastRun) -> Verdict:
    where = f" at {last.failed_stage}" if last.failed_stage else ""
    why = f": {last.cause.rstrip('.')}" if last.cause else ""
    advice = "" if last.cause else " The cause stands in the log of the run."
    return Verdict(
        tone="bad",
        sentence=f"The run broke off{where}{why}.",
        advice=f"{_what_analysts_see(last)}{advice} The next `dateline run` goes on where this one stopped.",
    )


def _what_analysts_see(last: LastRun) -> str:
    if last.published_at:
        return f"Analysts see what was published on {minute(last.published_at)}."
    return "Nothing has been published yet."
