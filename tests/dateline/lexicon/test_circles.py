"""Who sits together, from the words for a meeting."""

import pytest

from dateline.lexicon.circles import circle_in, circles_in


@pytest.mark.parametrize(
    ("text", "circles"),
    [
        ("session of the Council of Defense Ministers", {"defense"}),
        ("meeting of secretaries of the security councils", {"security council"}),
        ("joint meeting of foreign ministers and defence ministers", {"defense", "foreign"}),
        ("summit in Minsk", {"state"}),
        ("meeting of the working group", {"experts"}),
        ("a meeting", set()),
    ],
)
def test_circles(text: str, circles: set[str]) -> None:
    assert circles_in(text) == circles
    assert (circle_in(text) in circles) if circles else circle_in(text) is None
