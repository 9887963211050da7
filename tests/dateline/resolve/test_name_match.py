import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.resolve.name_match import compare_names


@pytest.mark.parametrize(
    ("left", "right", "is_match"),
    [
        ("Sergei Bugayev", "Сергей Бугаев", True),
        ("Sergei Bugayev", "Bugaev, Sergey", True),
        ("S. Bugayev", "Sergei Bugayev", True),
        ("Dr. Nadim Sarwar", "Nadeem Sarwar", True),
        ("Sergei Bugaiev", "Sergei Bugayyev", True),
        ("Nadim Sarwarr", "Nadim Sarwar", True),
        ("NadimSarwar", "Nadim Sarwar", True),
        ("Samir Jamil al-Khatib", "Samir al-Khatib", True),
        ("Sergei Bugayev", "Andrei Bugayev", False),
        ("Bugayev", "Sergei Bugayev", False),
        ("Samir al-Khatib", "Samir al-Tamimi", False),
        ("A. Bugayev", "Sergei Bugayev", False),
        ("Nadim Sarwar", "", False),
    ],
)
def test_compare_names(left: str, right: str, is_match: bool) -> None:
    found = compare_names(left, right)
    assert found.is_match is is_match
    assert found.because


@given(st.text(max_size=30), st.text(max_size=30))
def test_symmetric_and_bounded(left: str, right: str) -> None:
    found = compare_names(left, right)
    assert found == compare_names(right, left)
    assert 0 <= found.score <= 1


@given(st.from_regex(r"[A-Z][a-z]{2,8} [A-Z][a-z]{2,8}", fullmatch=True))
def test_a_name_is_itself(name: str) -> None:
    assert compare_names(name, name).score == 1
