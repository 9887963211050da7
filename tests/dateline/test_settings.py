import re
from datetime import date
from pathlib import Path

import pytest
from pydantic import ValidationError

from dateline.settings import Settings


def test_every_setting_is_documented() -> None:
    assert all(field.description for field in Settings.model_fields.values())


def test_environment_is_read(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DATELINE_DATA", "elsewhere")
    monkeypatch.setenv("DATELINE_AS_OF", "2024-05-17")
    settings = Settings()
    assert (settings.data, settings.as_of) == (Path("elsewhere"), date(2024, 5, 17))


def test_a_variable_that_is_set_to_nothing_is_not_set(monkeypatch: pytest.MonkeyPatch) -> None:
    """Else a script's missing value would make the current folder the landing zone, or the data directory."""
    for name in ("LANDING", "DATA", "AS_OF", "BATCH_SIZE"):
        monkeypatch.setenv(f"DATELINE_{name}", "")
    assert Settings() == Settings.model_construct()


def test_wrong_value_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DATELINE_BATCH_SIZE", "none")
    with pytest.raises(ValidationError, match="batch_size"):
        Settings()


def test_settings_are_frozen() -> None:
    with pytest.raises(ValidationError, match="frozen"):
        Settings().landing = "x"  # type: ignore[misc]


def test_readme_lists_every_setting_with_its_default() -> None:
    readme = (Path(__file__).parents[2] / "README.md").read_text(encoding="utf-8")
    rows = dict(re.findall(r"^\| `DATELINE_(\w+)` \| (.*?) \|", readme, re.MULTILINE))
    assert set(rows) == {name.upper() for name in Settings.model_fields}
    for name, field in Settings.model_fields.items():
        assert field.default is None or rows[name.upper()].strip("`").lower() == str(field.default).lower()
