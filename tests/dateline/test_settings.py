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


def test_wrong_value_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DATELINE_BATCH_SIZE", "none")
    with pytest.raises(ValidationError, match="batch_size"):
        Settings()


def test_settings_are_frozen() -> None:
    with pytest.raises(ValidationError, match="frozen"):
        Settings().landing = "x"  # type: ignore[misc]
