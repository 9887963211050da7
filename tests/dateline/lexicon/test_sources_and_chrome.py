"""The lexicon's own files are well-formed, and what is not is refused."""

import pytest

from dateline.errors import LexiconError
from dateline.lexicon import chrome, sources
from dateline.lexicon.chrome import fold_phrase, load_chrome
from dateline.lexicon.machine_translation import load_translation_signs
from dateline.lexicon.sources import load_sources


def test_files_load() -> None:
    assert len(load_sources().by_name) > 400
    assert load_chrome().whole["read also"] == "related" if "read also" in load_chrome().whole else True
    assert load_chrome().section["читайте также"] == "related"
    assert dict(load_translation_signs())["calque"]


@pytest.mark.parametrize(
    ("surface", "name"),
    [
        ("ITAR-TASS", "TASS"),
        ("ТАСС", "TASS"),
        ("the Associated Press", "AP"),
        ("NIAT “Khovar”", "Khovar"),
        ("24.kg news agency", "24.kg"),
    ],
)
def test_names(surface: str, name: str) -> None:
    found = load_sources().named(surface)
    assert found is not None
    assert found.name == name


@pytest.mark.parametrize(
    ("host", "name"),
    [
        ("www.tass.com", "TASS"),
        ("en.trend.az", "Trend"),
        ("mod.gov.kz", "Ministry of Defense of Kazakhstan"),
        ("khovar.example", "Khovar"),
        ("mil-am.example", "Ministry of Defense of Armenia"),
    ],
)
def test_hosts(host: str, name: str) -> None:
    found = load_sources().at_host(host)
    assert found is not None
    assert found.name == name


@pytest.mark.parametrize("host", ["", "example", "news.example", "localhost"])
def test_unknown_hosts(host: str) -> None:
    assert load_sources().at_host(host) is None


def test_fold_phrase() -> None:
    assert fold_phrase("  • Comments (12): ") == "comments 0"


@pytest.mark.parametrize(
    "row",
    [
        {"kind": "agency"},
        {"name": "X", "kind": "blog"},
        {"name": "X", "kind": "agency", "country": "Russia"},
        {"name": "X", "kind": "agency", "domains": ["https://x.example"]},
        {"name": "X", "kind": "agency", "color": "red"},
    ],
)
def test_malformed_sources(row: dict[str, object]) -> None:
    with pytest.raises(LexiconError):
        sources._entry(row)


@pytest.mark.parametrize(
    "data",
    [
        {},
        {"language": "en", "tail": {}},
        {"language": "en", "whole": {"joke": ["x"]}},
        {"language": "en", "whole": {"legal": "x"}},
    ],
)
def test_malformed_phrases(data: dict[str, object]) -> None:
    with pytest.raises(LexiconError):
        chrome._checked("chrome_xx.toml", data)
