"""Words are runs without white space, counted in either of two ways."""

import atexit
import re
from functools import cache

import duckdb
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from warehouse.connection import prepare

SPACES = " \n\t\f\r\u00a0\u1680\u2003\u2028\u2029\u202f\u205f\u3000"
WORD = re.compile(f"[^{SPACES}]+")


@cache
def _prepared() -> duckdb.DuckDBPyConnection:
    con = duckdb.connect()
    atexit.register(con.close)
    prepare(con)
    return con


def counted(text: str | None) -> int | None:
    [(words,)] = _prepared().execute("SELECT word_count($text)", {"text": text}).fetchall()
    return words if words is None else int(words)


@settings(deadline=None)
@given(st.lists(st.sampled_from([*SPACES, "a", "“said”", "Жусипбек", "-"]), max_size=12).map("".join))
def test_any_white_space_parts_words(text: str) -> None:
    assert counted(text) == len(WORD.findall(text))


@settings(deadline=None)
@given(st.lists(st.sampled_from([" ", "\n", "a", "“said”"]), max_size=12).map("".join))
def test_spaces_and_line_ends_part_words(text: str) -> None:
    assert counted(text) == len(text.split())


@pytest.mark.parametrize(("text", "words"), [(None, None), ("", 0), ("\n\n", 0), ("\u200bone\x0bword", 1)])
def test_what_is_no_white_space(text: str | None, words: int | None) -> None:
    assert counted(text) == words
