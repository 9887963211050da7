from dataclasses import replace

from dateline.quality.failing import FailedRow
from expectations.verdict import Result, Verdict, merge

RESULT = Result(
    table="mention",
    expectation="column_values_to_not_be_null",
    column="surface",
    severity="critical",
    success=True,
    observed="",
    unexpected_count=0,
    is_row_level=False,
    notes="why",
)
BROKEN = replace(RESULT, success=False, observed="first", unexpected_count=2, is_row_level=True)


def test_merging_parts_gives_one_result_an_expectation_with_their_counts() -> None:
    again = replace(BROKEN, observed="second", unexpected_count=3)
    [result] = merge([Verdict(results=(RESULT,)), Verdict(results=(BROKEN,)), Verdict(results=(again,))]).results
    assert not result.success
    assert result.unexpected_count == 5
    assert result.observed == "first"
    assert result.is_row_level


def test_one_part_that_fails_as_a_table_makes_the_whole_fail_as_a_table() -> None:
    as_table = replace(BROKEN, is_row_level=False)
    assert merge([Verdict(results=(BROKEN,)), Verdict(results=(as_table,))]).blocking
    assert merge([Verdict(results=(as_table,)), Verdict(results=(BROKEN,))]).blocking


def test_failed_rows_of_all_parts_are_kept() -> None:
    row = FailedRow(table="mention", expectation="e", column="c", severity="critical", value="v")
    rows = [replace(row, document_key=key) for key in (1, 2)]
    assert merge([Verdict(failed_rows=(row,)) for row in rows]).failed_rows == tuple(rows)


def test_severities_are_told_apart() -> None:
    warning = replace(BROKEN, severity="warning")
    verdict = Verdict(results=(RESULT, BROKEN, warning, replace(BROKEN, column="name", is_row_level=False)))
    assert [result.column for result in verdict.critical] == ["surface", "name"]
    assert [result.column for result in verdict.blocking] == ["name"]
    assert verdict.warnings == (warning,)
