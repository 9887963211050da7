from importlib import import_module
from pkgutil import iter_modules
from types import ModuleType

import pytest

from dateline import frames
from dateline.quality.plain import expected
from warehouse.load import DIMENSIONS, FACTS

LAYERS = ("staged", "star")
SUITES = [
    (layer, module.name) for layer in LAYERS for module in iter_modules(import_module(f"expectations.{layer}").__path__)
]


def suite_module(layer: str, table: str) -> ModuleType:
    return import_module(f"expectations.{layer}.{table}")


def test_every_staged_table_has_a_suite() -> None:
    # raw documents check themselves when they are read, and are cleaned before anything is staged
    assert {table for layer, table in SUITES if layer == "staged"} == set(frames.RECORDS) - {"raw_document"}


def test_every_table_of_the_star_has_a_suite() -> None:
    assert {table for layer, table in SUITES if layer == "star"} >= {*DIMENSIONS, *FACTS, "document_text"}


@pytest.mark.parametrize(("layer", "table"), SUITES)
def test_a_suite_is_named_after_its_table_and_says_what_failures_mean(layer: str, table: str) -> None:
    suite = suite_module(layer, table).SUITE
    assert suite.name == table
    for expectation in suite.expectations:
        assert expectation.severity in {"critical", "warning"}
        assert expectation.notes
        assert str(expectation.notes).endswith((".", "?")), expectation.notes


@pytest.mark.parametrize(("layer", "table"), SUITES)
def test_a_suite_asks_nothing_twice(layer: str, table: str) -> None:
    asked = [repr((type(e), e.configuration.kwargs)) for e in suite_module(layer, table).SUITE.expectations]
    assert len(asked) == len(set(asked))


@pytest.mark.parametrize(("layer", "table"), SUITES)
def test_no_two_rules_of_a_suite_have_one_name(layer: str, table: str) -> None:
    """In the books a rule is its type and columns: two of one name would be one result."""
    names = [
        (e.expectation_type, *(repr(e.configuration.kwargs.get(n)) for n in ("column", "column_list", "column_A")))
        for e in suite_module(layer, table).SUITE.expectations
    ]
    assert len(names) == len(set(names))


@pytest.mark.parametrize(("layer", "table"), SUITES)
def test_every_rule_is_said_in_plain_words(layer: str, table: str) -> None:
    for expectation in suite_module(layer, table).SUITE.expectations:
        name = expectation.expectation_type.removeprefix("expect_")
        assert expected(name, expectation.configuration.kwargs) != name.replace("_", " ")


@pytest.mark.parametrize("table", sorted(set(frames.RECORDS) - {"raw_document"}))
def test_staged_suites_ask_only_for_columns_that_the_record_has(table: str) -> None:
    columns = set(frames.schema(table))
    for expectation in suite_module("staged", table).SUITE.expectations:
        kwargs = expectation.configuration.kwargs
        named = {kwargs[name] for name in ("column", "column_A", "column_B") if name in kwargs}
        named |= set(kwargs.get("column_list", ())) | set(kwargs.get("column_set", ()))
        assert named <= columns
