import pytest
from pydantic import ValidationError

from dateline.notices import Notices


def test_the_environment_is_read(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DATELINE_PAGES_URL", "http://127.0.0.1:4201")
    monkeypatch.setenv("DATELINE_WEBHOOK", "https://hooks.example/T0KEN")
    monkeypatch.setenv("DATELINE_WEBHOOK_ON", "always")
    told = Notices()
    assert (told.pages_url, told.webhook_on) == ("http://127.0.0.1:4201", "always")
    assert told.webhook
    assert told.webhook.get_secret_value() == "https://hooks.example/T0KEN"
    assert "T0KEN" not in f"{told!r} {told.model_dump()} {told.model_dump_json()}"


def test_what_is_set_to_nothing_is_not_set(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("PAGES_URL", "WEBHOOK", "WEBHOOK_ON"):
        monkeypatch.setenv(f"DATELINE_{name}", "")
    assert Notices() == Notices.model_construct()


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("WEBHOOK", "hooks.example/T0KEN"),
        ("WEBHOOK", "ftp://hooks.example/T0KEN"),
        ("WEBHOOK", "https:///T0KEN"),
        ("PAGES_URL", "T0KEN"),
        ("PAGES_URL", "https://user:T0KEN@news.example"),
        ("WEBHOOK_ON", "T0KEN"),
    ],
)
def test_a_wrong_value_is_refused_and_not_repeated(monkeypatch: pytest.MonkeyPatch, name: str, value: str) -> None:
    monkeypatch.setenv(f"DATELINE_{name}", value)
    with pytest.raises(ValidationError, match=name.lower()) as refused:
        Notices()
    assert "T0KEN" not in str(refused.value)
