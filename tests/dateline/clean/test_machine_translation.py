"""Signs of machine translation: several kinds together tell, one slip does not."""

import pytest

from dateline.clean.machine_translation import machine_translation_evidence


@pytest.mark.parametrize(
    ("body", "kinds"),
    [
        (
            "The defense Minister of Armenia told to journalists that the ODKB exercises will pass in 2019 year.",
            ["small word in a title", "Russian acronym", "calque", "year called a year"],
        ),
        (
            "Chief of the General staff of the Armed forces of Belorussia took part in the session.",
            ["small word in a name", "Russian country name"],
        ),
        (
            '"We are ready," — said the Minister of defense. "So it is" — added he, and in the nearest time we see.',
            ["small word in a name", "calque", "dash after a quote"],
        ),
    ],
)
def test_translated(body: str, kinds: list[str]) -> None:
    found = machine_translation_evidence(body)
    assert found is not None
    assert [sign.rsplit(" ×", 1)[0] for sign in found.split("; ")] == kinds


@pytest.mark.parametrize(
    "body",
    [
        "",
        "The Ministry of Defense said that countries participating in the exercise would send 400 officers.",
        "States members of the United Nations met; the defense minister told journalists about the plan of 2019.",
        "Belorussia, as the old atlas calls it, appears three times: Belorussia, Belorussia.",
        "“The plan is ready,” the minister said – and nobody doubted it.",
    ],
)
def test_written_by_people(body: str) -> None:
    assert machine_translation_evidence(body) is None
