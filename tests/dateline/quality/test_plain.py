"""What a rule expects, in words that need no manual."""

from typing import Any

import pytest

from dateline.quality.plain import expected, expected_of_check
from warehouse import sqlfiles


@pytest.mark.parametrize(
    ("expectation", "arguments", "told"),
    [
        ("column_values_to_not_be_null", {"column": "uri"}, "uri is not empty"),
        (
            "column_values_to_not_be_null",
            {"column": "title", "mostly": 0.3},
            "title is not empty, in 30 % of the rows or more",
        ),
        (
            "column_values_to_be_between",
            {"column": "month", "min_value": 1.0, "max_value": 12.0},
            "month is from 1 to 12",
        ),
        ("column_values_to_be_between", {"column": "hits", "min_value": 1}, "hits is 1 or more"),
        ("column_values_to_be_between", {"column": "hits", "max_value": 9}, "hits is 9 or less"),
        ("column_values_to_be_in_set", {"column": "kind", "value_set": ["a", "b"]}, "kind is one of a, b"),
        ("column_values_to_match_regex", {"column": "name", "regex": r"\S"}, "name holds a visible character"),
        ("column_values_to_match_regex", {"column": "name", "regex": "^x"}, "name matches ^x"),
        (
            "column_value_lengths_to_be_between",
            {"column": "n", "min_value": 1, "max_value": 9},
            "n has from 1 to 9 characters",
        ),
        (
            "column_pair_values_a_to_be_greater_than_b",
            {"column_A": "end", "column_B": "start", "or_equal": True},
            "end is greater than start or equal to it",
        ),
        ("compound_columns_to_be_unique", {"column_list": ["a", "b"]}, "no two rows agree in a, b"),
        ("something_else_of_tomorrow", {}, "something else of tomorrow"),
    ],
)
def test_expectations(expectation: str, arguments: dict[str, Any], told: str) -> None:
    assert expected(expectation, arguments) == told


def test_every_check_in_sql_has_words() -> None:
    for path in sqlfiles.in_folder("checks"):
        name = path.stem.partition("__")[2]
        assert expected_of_check(name) != name.replace("_", " "), name
