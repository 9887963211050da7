"""What a data quality page shows of invented runs, of which a test changes what it is about."""

from dataclasses import replace
from datetime import date, datetime, timedelta
from typing import Any

from dateline.quality import rows as r

NIGHT = datetime(2025, 5, 22, 2, 0)


def last(**changes: Any) -> r.LastRun:
    told = r.LastRun(
        run_id="20250522T020000Z",
        flow="nightly",
        state="published",
        started_at=NIGHT,
        seconds=312,
        failed_stage=None,
        cause=None,
        checked_run_id="20250522T020000Z",
        checked_at=NIGHT,
        snapshot_id="dateline-1",
        published_at=NIGHT + timedelta(minutes=5),
        new_records=120,
        changed_records=3,
        set_aside_records=2,
        waiting=7,
    )
    return replace(told, **changes)


def check(**changes: Any) -> r.Check:
    told = r.Check(
        layer="staged",
        table_name="mention",
        column_name="surface",
        expectation="column_values_to_match_regex",
        expected="surface holds a visible character",
        severity="critical",
        success=True,
        observed=None,
        unexpected_count=0,
        means="A mention of nothing: its offsets point at white space.",
        history=[True, True, True],
        last_failed=None,
    )
    return replace(told, **changes)


def broken(**changes: Any) -> r.Check:
    told = check(success=False, observed="3, 2", unexpected_count=2, history=[True, False, False], last_failed=NIGHT)
    return replace(told, **changes)


def row(**changes: Any) -> r.Row:
    told = r.Row(
        table_name="mention",
        expectation="column_values_to_match_regex",
        column_name="surface",
        value="…",
        uri="uza/3 march.txt",
        fact=None,
        fact_key=None,
        raw_start=41,
        raw_end=44,
        text_before="The ministers of defense met in Tashkent",
        text_at=" … ",
        text_after="on Friday and spoke of the border.",
        is_set_aside=True,
        is_published=True,
    )
    return replace(told, **changes)


def measure(**changes: Any) -> r.Measure:
    told = r.Measure(
        is_all=False,
        source="UzA",
        measure="documents",
        kind="count",
        amount=42.0,
        nights=6,
        usual=40.0,
        low=20.0,
        high=120.0,
        is_judged=True,
        odd=None,
        by_night=[date(2025, 5, 16) + timedelta(days=number) for number in range(7)],
        amounts=[38.0, 41.0, None, 44.0, 39.0, 40.0, 42.0],
    )
    return replace(told, **changes)


def measures() -> list[r.Measure]:
    kept = measure(measure="share_kept", kind="share", amount=0.31, usual=0.62, low=0.5, high=0.74, odd="low")
    kept = replace(kept, amounts=[0.6, 0.62, None, 0.63, 0.61, 0.65, 0.31])
    return [
        measure(is_all=True, source=None),
        measure(),
        kept,
        measure(source="Kazinform", is_judged=False, nights=1, usual=None, low=None, high=None),
        measure(source=None),
    ]


def quality(**changes: Any) -> r.Quality:
    """A night that was published: a document set aside, a warning, a source that drifts."""
    mild = broken(
        layer="star",
        table_name="volume",
        column_name="dated_share",
        expectation="column_values_to_be_between",
        expected="dated_share is 0.3 or more",
        severity="warning",
        unexpected_count=1,
        means="Most stories lack a date.",
    )
    told = r.Quality(
        last=last(),
        is_behind=False,
        checks=[
            broken(),
            mild,
            check(table_name="quote"),
            check(layer="check", table_name="dim_date", column_name="", expected="one row for each key"),
            check(layer="drift", table_name="drift", column_name="UzA", success=False, severity="warning"),
        ],
        rows=[row(), row(uri=None, text_before=None, text_at=None, text_after=None, is_set_aside=False)],
        set_aside=[
            r.SetAside(
                stage="ingest",
                reason="malformed_record",
                records=7,
                in_run=2,
                examples=["feed/a.jsonl#4", "feed/b.jsonl#1"],
                details=["no JSON", ""],
            )
        ],
        runs=[
            r.Run(
                run_id=f"run-{number}",
                flow="nightly",
                started_at=NIGHT - timedelta(days=number),
                state=state,
                seconds=None if state == "failed" else 300,
                new_records=100,
                changed_records=0,
                set_aside_records=1,
                checks=0 if state in {"unchanged", "failed"} else 380,
                failed=state == "withheld",
                warned=2,
            )
            for number, state in enumerate(("published", "withheld", "unchanged", "failed"))
        ],
        measures=measures(),
    )
    return replace(told, **changes)


def nothing() -> r.Quality:
    """Books in which nothing stands."""
    empty: dict[str, Any] = dict.fromkeys(("checks", "rows", "set_aside", "runs", "measures"), ())
    return r.Quality(last=None, is_behind=False, **empty)
