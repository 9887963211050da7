"""The growth benchmark makes each first night once, and says what a night costs against the smallest warehouse."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from bench import growth


def test_a_kept_first_night_is_made_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    made: list[tuple[str, int]] = []

    def measured(data: Path, numbers: range) -> Mapping[str, Any]:
        data.mkdir(exist_ok=True, parents=True)
        made.append((data.name, len(numbers)))
        return {"spent": {}}

    monkeypatch.setattr(growth, "measured", measured)
    for again in ("one", "two"):
        folder = tmp_path / again
        folder.mkdir()
        assert [name for name, _ in growth.nights(50, 3, folder, tmp_path / "kept")] == ["first", "next", "third"]
    assert made == [("50", 50), ("data", 3), ("data", 3), ("data", 3), ("data", 3)]


def test_a_night_is_told_against_the_smallest() -> None:
    told = list(growth._against_the_smallest({1_000: 4.0, 100_000: 6.0}, before=16.0))
    assert told == ["100,000 against 1,000: 1.50 times the seconds after extraction, 1.10 of the whole night"]
