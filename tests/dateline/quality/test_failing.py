from hypothesis import given
from hypothesis import strategies as st

from dateline.quality.failing import EXAMPLES, FailedRow, chosen, excerpt, told, whereabouts

ROW = FailedRow(table="mention", expectation="e", column="c", severity="critical", value="v")


@given(st.text(), st.none() | st.integers(-5, 600), st.none() | st.integers(-5, 600))
def test_an_excerpt_is_a_bounded_piece_of_the_text(raw: str, start: int | None, end: int | None) -> None:
    before, at, after = excerpt(raw, start, end)
    if before is None or at is None or after is None:
        assert not raw or start is None or not 0 <= start <= len(raw)
        return
    assert start is not None
    assert raw[:start].endswith(before)
    assert raw[start:].startswith(at)
    assert len(before) <= 80
    assert len(at) <= 300
    if end is not None and start <= end <= start + 300:
        assert raw.startswith(before + at + after, start - len(before))


def test_an_excerpt_around_a_name() -> None:
    assert excerpt("The minister Ilhom Saydullin met them.", 13, 28) == (
        "The minister ",
        "Ilhom Saydullin",
        " met them.",
    )


def test_examples_of_a_rule_are_few_and_no_rule_hides_another() -> None:
    other = FailedRow(table="quote", expectation="e", column="c", severity="warning", value="v")
    few = chosen([ROW] * 100 + [other])
    assert len(few) == EXAMPLES + 1
    assert few[-1] == other


def test_a_row_knows_where_it_comes_from() -> None:
    mention = {"document_key": 5, "raw_start": 1, "raw_end": 2, "mention_key": 9, "event_key": 0, "surface": "x"}
    where = {"document_key": 5, "raw_start": 1, "raw_end": 2}
    assert whereabouts(mention) == where | {"fact": "mention", "fact_key": 9}
    assert whereabouts({"event_key": 3, "quote_key": 4})["fact"] == "quote"
    assert whereabouts({"name": "x"}) == dict.fromkeys(where)


def test_a_row_is_told_with_the_words_of_its_document() -> None:
    known = FailedRow(**{**_fields(ROW), "document_key": 7, "raw_start": 4, "raw_end": 7})
    one, other = told([known, ROW], {7: ("a.txt", "The map was lost")})
    assert (one.uri, one.text_before, one.text_at, one.text_after) == ("a.txt", "The ", "map", " was lost")
    assert (other.uri, other.text_at) == (None, None)


def _fields(row: FailedRow) -> dict[str, object]:
    return {name: getattr(row, name) for name in ("table", "expectation", "column", "severity", "value")}
