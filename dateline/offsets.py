"""The map from characters of a clean body to characters of the raw document.

A body is made of pieces of raw text in order. Each piece is a segment `(body_start, body_end, raw_start, raw_end)`,
half-open. Where both sides have one length, characters correspond one to one; where they differ (an entity such as
`&laquo;` that became one character, a line break that became a space), the segment is taken whole. Segments are sorted
by both sides and do not overlap; body characters between segments (the blank line between two paragraphs) come from
no raw character.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from dateline.errors import InvalidRecord

Segment = tuple[int, int, int, int]


@dataclass(frozen=True, slots=True)
class OffsetMap:
    """Sorted segments of one document."""

    segments: tuple[Segment, ...]

    def __post_init__(self) -> None:
        body_before = raw_before = 0
        for body_start, body_end, raw_start, raw_end in self.segments:
            if not (body_before <= body_start < body_end and raw_before <= raw_start < raw_end):
                raise InvalidRecord(
                    f"offset segment {body_start}-{body_end} from {raw_start}-{raw_end} is out of order"
                )
            body_before, raw_before = body_end, raw_end

    @classmethod
    def from_flat(cls, flat: Sequence[int]) -> "OffsetMap":
        """Rebuild the map from `flat`, four integers a segment, as frames store it."""
        numbers = iter(flat)
        return cls(tuple(zip(numbers, numbers, numbers, numbers, strict=True)))

    def flat(self) -> list[int]:
        """Return four integers a segment."""
        return [number for segment in self.segments for number in segment]

    def to_raw(self, start_char: int, end_char: int) -> tuple[int, int]:
        """Return the smallest raw span that holds the images of body characters `start_char` to `end_char`.

        Raises:
            InvalidRecord: no character of the span came from the raw text.
        """
        first = bisect_right(self.segments, start_char, key=lambda s: s[1])
        last = bisect_left(self.segments, end_char, key=lambda s: s[0]) - 1
        if first > last:
            raise InvalidRecord(f"body characters {start_char} to {end_char} come from no raw character")
        body_start, body_end, raw_start, raw_end = self.segments[first]
        one_to_one = body_end - body_start == raw_end - raw_start
        begin = raw_start + max(0, start_char - body_start) if one_to_one else raw_start
        body_start, body_end, raw_start, raw_end = self.segments[last]
        one_to_one = body_end - body_start == raw_end - raw_start
        end = raw_end - max(0, body_end - end_char) if one_to_one else raw_end
        return begin, end
