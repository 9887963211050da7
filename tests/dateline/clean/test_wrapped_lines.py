"""Text that was broken into lines of one width is put together again; lines that stand for themselves stay apart."""

import textwrap
from datetime import date

import pytest

from dateline.clean import clean_document
from dateline.records import Cleaned, RawDocument

STORY = (
    "BISHKEK, June 3 (Ala-Too News). The Secretary of the Security Council of Kyrgyzstan, Azamat Toktobekov, chaired a"
    " session of the Committee of Secretaries of Security Councils of the Collective Security Treaty Organization in"
    " Bishkek on Thursday.",
    "Opening the session, Azamat Toktobekov said that the situation at the borders of Central Asia was calm. He thanked"
    " the guests for coming and wished them fruitful work on the banks of the Ala-Archa.",
    "The participants signed a protocol. Pavel Astapchik, Ulan Imashev and Davlatali Mirzoev stayed in Bishkek until"
    " Saturday, when the Kyrgyz President received them at the Ala-Archa residence.",
)
HEADLINES = """Talks on the border commission held in Osh province on Monday
Kyrgyz President receives ambassadors of four countries in Bishkek
Defence minister of Tajikistan opens a shooting range near Dushanbe"""


def body(raw: str) -> str:
    document = RawDocument(uri="x", content_sha256="0", format="text", encoding="utf-8", raw=raw)
    found = clean_document(document, as_of=date(2026, 11, 22))
    assert isinstance(found, Cleaned)
    return found.document.body


@pytest.mark.parametrize("width", [60, 66, 72, 78, 90])
def test_a_wrapped_story_has_the_body_of_the_story_in_long_lines(width: int) -> None:
    wrapped = "\n\n".join(textwrap.fill(paragraph, width, break_on_hyphens=False) for paragraph in STORY)
    assert body(wrapped) == body("\n\n".join(STORY))


def test_paragraphs_in_long_lines_without_gaps_stay_paragraphs() -> None:
    assert body("\n".join(STORY)).count("\n\n") == 2


def test_headlines_below_a_wrapped_story_are_not_joined() -> None:
    wrapped = "\n\n".join(textwrap.fill(paragraph, 72) for paragraph in STORY)
    raw = f"{wrapped}\n\nRead also\n{HEADLINES}"
    assert body(raw) == body("\n\n".join(STORY))


def test_a_place_above_the_byline_is_the_dateline() -> None:
    title = "Kyrgyzstan and Turkey sign a protocol on mountain training"
    head = f"{title}\n\n16.09.2015 19:36\n\nBISHKEK, Kyrgyzstan\n\nBy Aizada Sultan\n\n"
    raw = head + "\n\n".join(STORY[1:])
    document = RawDocument(uri="x", content_sha256="0", format="text", encoding="utf-8", raw=raw)
    found = clean_document(document, as_of=date(2026, 11, 22))
    assert isinstance(found, Cleaned)
    assert found.document.dateline_place == "BISHKEK"
    assert found.document.body == "\n\n".join(STORY[1:])
