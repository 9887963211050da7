"""`dateline ask`, `tables` and `describe` on the bundled sample, in this process."""

import json
from pathlib import Path

import pytest
import typer.main
from typer.exceptions import TyperException

from dateline.errors import UsageError
from flows.cli import app

pytestmark = [pytest.mark.model, pytest.mark.server]


def asked(checkout: Path, capsys: pytest.CaptureFixture[str], *arguments: str) -> str:
    typer.main.get_command(app).main([*arguments, "--data", str(checkout / "data")], standalone_mode=False)
    return capsys.readouterr().out


def test_a_ready_question_takes_typed_options(checkout: Path, capsys: pytest.CaptureFixture[str]) -> None:
    said = asked(checkout, capsys, "ask", "said-about-topic", "--person", "luchnikov", "--limit", "2", "--json")
    rows = [json.loads(line) for line in said.splitlines()]
    assert [row["person"] for row in rows] == ["Sergei Luchnikov", "Sergei Luchnikov"]


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["delegations"], "needs --event"),
        (["new_people", "--weeks", "soon"], "--weeks"),
        (["new_people", "--limit", "0"], "--limit"),
        (["most_quoted", "--person", "x"], "--person"),
        (["most_quotes"], "did you mean most_quoted"),
    ],
)
def test_a_wrong_option_is_refused(
    checkout: Path, capsys: pytest.CaptureFixture[str], arguments: list[str], told: str
) -> None:
    with pytest.raises((UsageError, TyperException)) as raised:
        asked(checkout, capsys, "ask", *arguments)
    shown = raised.value.format_message() if isinstance(raised.value, TyperException) else str(raised.value)
    assert told in shown


def test_the_books_are_listed_when_asked_for(checkout: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert "meta.quarantine" not in asked(checkout, capsys, "tables")
    assert "meta.quarantine" in asked(checkout, capsys, "tables", "--books")


def test_a_description_cuts_a_long_value(checkout: Path, capsys: pytest.CaptureFixture[str]) -> None:
    described = asked(checkout, capsys, "describe", "document_text")
    assert "dim_document.document_key" in described
    assert "…" in described
