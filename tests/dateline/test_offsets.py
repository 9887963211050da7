import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.errors import InvalidRecord
from dateline.offsets import OffsetMap, Segment

ENTITY = OffsetMap(((0, 5, 3, 8), (5, 6, 8, 15), (8, 10, 20, 22)))
"""Five characters as they are, `&laquo;` for one, a paragraph break of two characters, two more characters."""


@pytest.mark.parametrize(
    ("body", "raw"),
    [
        ((0, 5), (3, 8)),
        ((1, 3), (4, 6)),
        ((5, 6), (8, 15)),  # the entity is taken whole
        ((4, 6), (7, 15)),
        ((4, 9), (7, 21)),  # over the paragraph break
        ((6, 9), (20, 21)),  # starts in the break
        ((4, 8), (7, 15)),  # ends in the break
    ],
)
def test_body_span_to_raw_span(body: tuple[int, int], raw: tuple[int, int]) -> None:
    assert ENTITY.to_raw(*body) == raw


def test_span_that_came_from_nowhere_is_refused() -> None:
    with pytest.raises(InvalidRecord, match="come from no raw character"):
        ENTITY.to_raw(6, 8)


@pytest.mark.parametrize("segments", [((0, 0, 0, 1),), ((0, 2, 5, 7), (1, 3, 8, 10)), ((0, 2, 5, 7), (2, 3, 6, 7))])
def test_segments_out_of_order_are_refused(segments: tuple[Segment, ...]) -> None:
    with pytest.raises(InvalidRecord):
        OffsetMap(segments)


@st.composite
def copied_pieces(draw: st.DrawFn) -> tuple[str, str, OffsetMap]:
    """A raw text, the body made of some of its pieces, and the map between them."""
    raw = draw(st.text(alphabet="abcdefgh", min_size=1, max_size=60))
    cuts = sorted(draw(st.sets(st.integers(0, len(raw)), min_size=2, max_size=8)))
    body, segments = "", []
    for start, end in list(itertools.pairwise(cuts))[::2]:
        body += "\n\n" if body else ""
        segments.append((len(body), len(body) + end - start, start, end))
        body += raw[start:end]
    return raw, body, OffsetMap(tuple(segments))


@given(copied_pieces(), st.data())
def test_copied_characters_are_found_again(made: tuple[str, str, OffsetMap], data: st.DataObject) -> None:
    raw, body, offsets = made
    body_start, body_end, _, _ = data.draw(st.sampled_from(offsets.segments))
    start = data.draw(st.integers(body_start, body_end - 1))
    end = data.draw(st.integers(start + 1, body_end))
    raw_start, raw_end = offsets.to_raw(start, end)
    assert raw[raw_start:raw_end] == body[start:end]


@given(copied_pieces())
def test_flat_form_is_the_same_map(made: tuple[str, str, OffsetMap]) -> None:
    offsets = made[2]
    assert OffsetMap.from_flat(offsets.flat()) == offsets
