"""Expectations that recur from table to table."""

from datetime import datetime
from typing import Any, get_args

from expectations.engine import gxe

COUNTRY_CODE = "^[A-Z]{2}$"
SHA256 = "^[0-9a-f]{64}$"
EARLIEST = datetime(1900, 1, 1)
LATEST = datetime(2099, 12, 31)


def columns(*names: str) -> Any:
    """The table holds at least these columns."""
    return gxe.ExpectTableColumnsToMatchSet(
        column_set=list(names),
        exact_match=False,
        severity="critical",
        notes="A column is missing: the code that writes the table and the code that reads it are of two versions.",
    )


def present(column: str, notes: str) -> Any:
    """No row leaves `column` empty."""
    return gxe.ExpectColumnValuesToNotBeNull(column=column, severity="critical", notes=notes)


def document_key() -> Any:
    """Each row belongs to a document."""
    return present("document_key", "A fact without a document cannot be followed back to a text.")


def one_of(column: str, choices: object, severity: str = "critical") -> Any:
    """`column` holds only values of the literal type `choices`."""
    return gxe.ExpectColumnValuesToBeInSet(
        column=column,
        value_set=list(get_args(choices)),
        severity=severity,
        notes="A value outside the vocabulary of the star schema: analysts' filters would miss the row.",
    )


def country_code(column: str = "country_code") -> Any:
    """`column` is an ISO 3166-1 alpha-2 code or empty."""
    return gxe.ExpectColumnValuesToMatchRegex(
        column=column,
        regex=COUNTRY_CODE,
        severity="critical",
        notes="Not an ISO 3166-1 code: joins by country would lose the row.",
    )


def unique(*names: str, notes: str, severity: str = "critical") -> Any:
    """No two rows agree in all of the columns."""
    if len(names) == 1:
        return gxe.ExpectColumnValuesToBeUnique(column=names[0], severity=severity, notes=notes)
    return gxe.ExpectCompoundColumnsToBeUnique(column_list=list(names), severity=severity, notes=notes)


def not_blank(column: str, notes: str, severity: str = "critical") -> Any:
    """`column` holds at least one visible character where it holds anything."""
    return gxe.ExpectColumnValuesToMatchRegex(column=column, regex=r"\S", severity=severity, notes=notes)


def at_least(column: str, minimum: int, notes: str, severity: str = "critical") -> Any:
    """`column` is a number not below `minimum`."""
    return gxe.ExpectColumnValuesToBeBetween(column=column, min_value=minimum, severity=severity, notes=notes)


def in_calendar(column: str, severity: str = "critical") -> Any:
    """`column` is a day of the twentieth or twenty-first century, or empty."""
    return gxe.ExpectColumnValuesToBeBetween(
        column=column,
        min_value=EARLIEST,
        max_value=LATEST,
        severity=severity,
        notes="A day outside 1900 to 2099 was misread: a number of the page was taken for a year.",
    )


def spans() -> list[Any]:
    """Both pairs of offsets are half-open spans of at least one character."""
    return [
        present("start_char", "Without offsets into the body the fact has no evidence."),
        present("raw_start", "Without offsets into the raw document the fact has no evidence."),
        at_least("start_char", 0, "An offset before the body's first character."),
        at_least("raw_start", 0, "An offset before the raw document's first character."),
        *(
            gxe.ExpectColumnPairValuesAToBeGreaterThanB(
                column_A=end,
                column_B=start,
                severity="critical",
                notes="An empty or reversed span: the fact points at no characters.",
            )
            for start, end in (("start_char", "end_char"), ("raw_start", "raw_end"))
        ),
    ]


def warn_length(column: str, longest: int, notes: str, mostly: float = 1.0) -> Any:
    """`column` is seldom longer than `longest` characters."""
    return gxe.ExpectColumnValueLengthsToBeBetween(
        column=column, min_value=1, max_value=longest, mostly=mostly, severity="warning", notes=notes
    )
