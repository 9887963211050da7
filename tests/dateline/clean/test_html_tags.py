"""The one pass over a page's markup: what browsers take for a tag, and nothing that takes more than linear time."""

import re
import time
from contextlib import suppress
from html import unescape

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.clean.html import read_page
from dateline.clean.tags import attributes, tokens
from dateline.errors import OverLimit

MARKUP = (
    "< > </ /> <!-- --> <! <? <![CDATA[ ]]> ' \" = a p div é <p> </p> <b> <script> </script> <td> <tr> &amp; "
    "&amp &nbsp; \n \x00 <b\tclass='x'>"
)
SIGNS = st.sampled_from(MARKUP.split(" "))
pages = st.lists(st.one_of(SIGNS, st.just(" ")), max_size=60).map("".join)
SPACE = re.compile(r"\s+|\x00")


def shown(source: str) -> list[str]:
    return [line.text.text for line in read_page(source).lines]


@pytest.mark.parametrize(
    ("source", "lines"),
    [
        ("<p>a<p>b", ["a", "b"]),
        ("<p>1 < 2 and 3 > 2</p>", ["1 < 2 and 3 > 2"]),
        ("<p>a<!-- <p>b</p> -->c</p>", ["ac"]),
        ("<p>a<!-->b</p>", ["ab"]),
        ("<p>a<!-- b</p><p>c</p>", ["a", "c"]),
        ("<p title='<p>x</p>'>a</p>", ["a"]),
        ('<p title="a > b">c</p>', ["c"]),
        ("<p title=it's>a</p>", ["a"]),
        ('<p title="x>a</p>', ["a"]),
        ("<script>if (a < b) '<p>x</p>'</script>y", ["y"]),
        ("<STYLE>p {}</Style >y", ["y"]),
        ("a<script>b", ["a"]),
        ("<textarea><p>x</p></textarea>y", ["y"]),
        ("a<![CDATA[ <p>x</p> ]]>b", ["ab"]),
        ("<?xml version='1.0'?><!DOCTYPE html>a", ["a"]),
        ("a</>b</ c>d", ["abd"]),
        ("<p>R&amp;D &copy 2020&nbsp;AT&T &#x41;&#66</p>", ["R&D © 2020 AT&T AB"]),
        ("<b>one&nbsp;</b>two", ["one two"]),
        ("<noscript>a<p>b</p></noscript>c", ["c"]),
        ("<div><object>a</div>b", ["b"]),
        ("<table><tr><td>Rate</td><td>2</td></tr></table>", ["Rate 2"]),
    ],
)
def test_lines_of_a_page(source: str, lines: list[str]) -> None:
    assert shown(source) == lines


def test_attributes_are_read_as_browsers_read_them() -> None:
    source = "<Meta NAME=a content='x &amp; y' content=z checked data-a = \"1\" / b>"
    [tag] = tokens(source)
    assert attributes(source, tag) == {
        "name": "a", "content": "x & y", "checked": "", "data-a": "1", "b": "",
    }  # fmt: skip


@given(pages)
def test_tokens_stand_in_order_and_never_overlap(source: str) -> None:
    end = 0
    for token in tokens(source):
        assert end <= token.start <= token.end <= len(source)
        end = token.end
        if token.kind == "open":
            attributes(source, token)
            assert source[token.start] == "<"


@given(pages)
def test_lines_point_into_the_page(source: str) -> None:
    end = 0
    for line in read_page(source).lines:
        assert end <= line.raw_start < line.raw_end <= len(source)
        end = line.raw_end
        for start, stop, raw_start, raw_stop in line.text.segments:
            piece = source[raw_start:raw_stop]
            assert line.text.text[start:stop] in (SPACE.sub(" ", piece), SPACE.sub(" ", unescape(piece)))


@pytest.mark.parametrize(
    "unit",
    [
        "<!--",
        "<a ",
        "<a b='",
        '<a b=">',
        "</",
        "</a ",
        "<!",
        "<?",
        "<![CDATA[",
        "<script>",
        "</script",
        "<textarea>",
        "<",
        "&",
        "&amp;",
        "<p a=\"'>",
        "<td>",
        "</div>",
        "<div>",
        "<b></i>",
        "<title>",
        "<svg>",
    ],
)
def test_no_markup_takes_more_than_linear_time(unit: str) -> None:
    started = time.process_time()
    with suppress(OverLimit):
        read_page(f"<div>{unit * 100_000}</div>")
    assert time.process_time() - started < 8


@pytest.mark.parametrize(
    ("source", "limit"),
    [
        ("<p>a</p>" * 50_000, "lines"),
        ("<p>" + "word " * 90_000, "characters in a line"),
        (("<p>" + "word " * 9_000) * 10, "characters of text"),
        ("<i></i>" * 150_000, "tags"),
        ("<p " + " ".join(f"a{n}=b" for n in range(5_000)) + ">", "attributes in a tag"),
    ],
)
def test_limits_are_named(source: str, limit: str) -> None:
    with pytest.raises(OverLimit, match=f"more than [0-9 ]+ {limit}"):
        read_page(source)
