"""What an expectation or check expects, in plain words: names and arguments in, a sentence's half out."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any, Final

Arguments = Mapping[str, Any]

_PATTERNS: Final = {
    r"\S": "holds a visible character",
    "^[A-Z]{2}$": "is a country code of two capitals",
    "^[0-9a-f]{64}$": "is a SHA-256 in hexadecimal",
    "^[a-z]{2,3}$": "is a language code of two or three letters",
}
"""Pattern -> what it stands for, where that is easier to read than the pattern."""

_ABSENT: Final = {
    r"</?(?:div|span|script|table|iframe)\b": "holds no HTML",
    r"\ufffd{3}": "holds no replacement characters in a row",
    r"\d|@|https?:": "holds no digit, address or link",
    r"^(?!Unknown)\S+$": "is more than one word",
}
"""Pattern that must not be found -> what its absence means."""

_CHECKS: Final = {
    "canonical": "an original is no copy itself",
    "circle": "nothing is its own parent",
    "common_columns": "day and agency of a fact are those of its document",
    "counts": "the counts of a document are those of its facts",
    "facts_of_stories": "only stories have facts",
    "future_date": "no document is of a day to come",
    "grain": "one row for each key",
    "has_text": "each document has its text and its row of counts",
    "lengths": "stated lengths are those of the text",
    "offsets": "spans end within their text",
    "one_entity": "a mention has the key of its own type only",
    "orphans": "each key leads to a row",
    "provenance": "the characters that a row points at read as what it says",
    "snapshot": "the file is one snapshot",
    "unknown_member": "key 0 stands for what is not known",
    "unresolved": "each name is resolved",
}
"""Check of `sql/checks` (behind the table's name) -> what it expects."""


def expected_of_check(name: str) -> str:
    """Return what a check of `sql/checks` expects; of one without words here, its name."""
    return _CHECKS.get(name, name.replace("_", " "))


def expected(expectation: str, arguments: Arguments) -> str:
    """Return what an expectation of Great Expectations expects of its table.

    Args:
        expectation: Its type without the leading `expect_`.
        arguments: Its arguments, by their names there.
    """
    say = _WORDS.get(expectation)
    words = say(arguments) if say else expectation.replace("_", " ")
    mostly = arguments.get("mostly", 1)
    return words if mostly in (None, 1) else f"{words}, in {100 * mostly:g} % of the rows or more"


def _column(arguments: Arguments) -> str:
    return str(arguments.get("column", "the value"))


def _range(least: Any, most: Any, unit: str = "") -> str:
    if most is None:
        return f"is {_short(least)}{unit} or more"
    if least is None:
        return f"is {_short(most)}{unit} or less"
    return f"is from {_short(least)} to {_short(most)}{unit}"


def _short(value: Any) -> str:
    return f"{value:g}" if isinstance(value, float) else str(value).removesuffix(" 00:00:00").removesuffix("T00:00:00")


def _is_one_of(arguments: Arguments) -> str:
    return f"{_column(arguments)} is one of {', '.join(map(str, arguments['value_set']))}"


def _is_between(arguments: Arguments) -> str:
    return f"{_column(arguments)} {_range(arguments.get('min_value'), arguments.get('max_value'))}"


def _has_length(arguments: Arguments) -> str:
    span = _range(arguments.get("min_value"), arguments.get("max_value"), " characters")
    return f"{_column(arguments)} {span.replace('is ', 'has ', 1)}"


def _matches(arguments: Arguments) -> str:
    pattern = str(arguments["regex"])
    return f"{_column(arguments)} {_PATTERNS.get(pattern, f'matches {pattern}')}"


def _lacks(arguments: Arguments, patterns: Sequence[Any]) -> str:
    absent = " and ".join(_ABSENT.get(str(pattern), f"does not match {pattern}") for pattern in patterns)
    return f"{_column(arguments)} {absent}"


def _is_greater(arguments: Arguments) -> str:
    or_equal = " or equal to it" if arguments.get("or_equal") else ""
    return f"{arguments['column_A']} is greater than {arguments['column_B']}{or_equal}"


_WORDS: Final[Mapping[str, Callable[[Arguments], str]]] = {
    "table_columns_to_match_set": lambda given: f"has the columns {', '.join(map(str, given['column_set']))}",
    "column_values_to_not_be_null": lambda given: f"{_column(given)} is not empty",
    "column_values_to_be_in_set": _is_one_of,
    "column_values_to_be_between": _is_between,
    "column_value_lengths_to_be_between": _has_length,
    "column_values_to_match_regex": _matches,
    "column_values_to_not_match_regex": lambda given: _lacks(given, [given["regex"]]),
    "column_values_to_not_match_regex_list": lambda given: _lacks(given, given["regex_list"]),
    "column_values_to_be_unique": lambda given: f"{_column(given)} is there once",
    "compound_columns_to_be_unique": lambda given: f"no two rows agree in {', '.join(given['column_list'])}",
    "column_pair_values_a_to_be_greater_than_b": _is_greater,
}
"""Type of an expectation -> its words."""
