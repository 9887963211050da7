"""Who wrote a text: credits beside the headline, inside the text, at its end, and in the address."""

from datetime import date

import pytest

from dateline.clean import clean_document
from dateline.clean.credits import find_credits
from dateline.records import Cleaned, RawDocument

TODAY = date(2026, 11, 22)
HEADLINE = "Engineers of two states agree on plan of joint work"
LEAD = "The engineers of two neighbouring states met in the capital and agreed on a plan of joint work for two years"
BODY = "The sides also discussed the training of welders and the exchange of maps of the border area."


def agency_of(raw: str, url: str | None = None) -> str | None:
    cleaned = clean_document(
        RawDocument(uri="x", content_sha256="0", format="text", encoding="utf-8", raw=raw, url=url), as_of=TODAY
    )
    assert isinstance(cleaned, Cleaned)
    return cleaned.document.agency


@pytest.mark.parametrize(
    ("above", "agency"),
    [
        ("Xinhua, November 2, 2015", "Xinhua"),
        ("PTI\nApr 28, 2023 / 10:49 AM IST", "Press Trust of India"),
        ("(Xinhua) 14:33, August 20, 2024", "Xinhua"),
        ("Source: News agencies", None),
        ("14:33, August 20, 2024", None),
    ],
)
def test_agency_beside_the_headline(above: str, agency: str | None) -> None:
    assert agency_of(f"{HEADLINE}\n\n{above}\n\n{LEAD}.\n\n{BODY}\n") == agency


@pytest.mark.parametrize(
    ("paragraph", "agency"),
    [
        (f"{LEAD}, UzA said.", "UzA"),
        (f"{LEAD}, BelTA has learned.", "BelTA"),
        (f"{LEAD}, the State News Agency of Turkmenistan reports.", "TDH"),
        (f"{LEAD}, the report said.", None),
        (f"{LEAD}. (Trend)", "Trend"),
        (f"{LEAD}.-VNA", "VNA"),
        (f"{LEAD}. (see map)", None),
    ],
)
def test_agency_in_the_text(paragraph: str, agency: str | None) -> None:
    found = find_credits([], None, [paragraph], None, None).agency
    assert (found.name if found else None) == agency


@pytest.mark.parametrize(
    ("url", "agency"),
    [
        ("https://odkb.example/en/news/1", "Collective Security Treaty Organization"),
        ("https://cica.example/news", "Conference on Interaction and Confidence Building Measures in Asia"),
        ("https://steppecourier.example/news", None),
    ],
)
def test_body_by_its_address(url: str, agency: str | None) -> None:
    assert agency_of(f"{HEADLINE}\n\n{LEAD}.\n\n{BODY}\n", url) == agency


def test_a_photographer_is_no_outlet() -> None:
    assert agency_of(f"{HEADLINE}\n\nThe old bridge. © Yaroslav Lindin\n\n{LEAD}.\n\n{BODY}\n") is None


def test_a_place_is_no_masthead() -> None:
    assert agency_of(f"RAWALPINDI-\n{LEAD}, a spokesman of the garrison in Rawalpindi said.\n\n{BODY}\n") is None
