"""What holds for any text: no exception, blocks that cover the raw text, offsets that read as the body."""

import re
import unicodedata
from datetime import date
from html import unescape

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dateline.clean import clean_document
from dateline.clean.text import normalise, plain_lines
from dateline.offsets import OffsetMap
from dateline.records import Cleaned, Format, RawDocument

TODAY = date(2026, 11, 22)
SENTENCES = [
    "ASTANA, April 26. /TASS/. The council met on Friday and adopted a plan for the next year.",
    " date 2019-04-29 BISHKEK. KAZINFORM - The ministers signed the protocol of the meeting, he said.",
    "“The plan is&nbsp;ready,” said the minister of a neighboring\u00a0country after the talks.",
    "The \u00adcenter will open in &laquo;spring&raquo;, according to the secretariat of the organi\u00adzation.",
    "Read also", "Latest news", "© 2020 Example Agency. All rights reserved.", "Photo: press service",
    "## Talks held in *Tashkent*", "**The [talks](http://x.example/1) took place in the capital on Monday.**", "---",
    "Комментарии", "Новости партнёров", "В четверг в столице прошли переговоры, сообщил представитель ведомства.",
    "27.07.2021 17:20", "Views: 300", "By Ali Vali – Trend:", "Baku, Azerbaijan, Oct. 25", "training center in", "",
    "<p>The <b>delegation</b> visited the border&#160;post &amp; the school of the region.</p>", "<script>x</script>",
]  # fmt: skip
lines = st.one_of(st.sampled_from(SENTENCES), st.text(max_size=60))
texts = st.lists(lines, min_size=1, max_size=25).map("\n".join).filter(str.strip)
formats = st.sampled_from(["text", "markdown", "html", "jsonl"])


def clean(raw: str, format_: Format) -> Cleaned | None:
    found = clean_document(
        RawDocument(uri="x", content_sha256="0", format=format_, encoding="utf-8", raw=raw), as_of=TODAY
    )
    return found if isinstance(found, Cleaned) else None


def folded(text: str) -> str:
    return re.sub(r"[\W_]+", "", unicodedata.normalize("NFKC", text).casefold())


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(texts, formats)
def test_any_text(raw: str, format_: Format) -> None:
    found = clean(raw, format_)
    if found is None:
        return
    end = 0
    for number, block in enumerate(found.blocks):
        assert block.block == number
        assert end <= block.raw_start < block.raw_end <= len(raw)
        end = block.raw_end
    document = found.document
    offsets = OffsetMap.from_flat(document.offsets)
    for start, stop, raw_start, raw_stop in offsets.segments:
        piece = raw[raw_start:raw_stop]
        assert document.body[start:stop] == piece or folded(unescape(piece)) == folded(document.body[start:stop])


@settings(max_examples=100, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(texts)
def test_offsets_of_words(raw: str) -> None:
    found = clean(raw, "text")
    if found is None:
        return
    document = found.document
    offsets = OffsetMap.from_flat(document.offsets)
    for match in re.finditer(r"\w+ \w+", document.body):
        start, end = offsets.to_raw(*match.span())
        seen = unescape(re.sub(r"\]\([^)]*\)", "", raw[start:end]))
        assert folded(match[0]) in folded(seen)


@settings(deadline=None)
@given(st.text(max_size=200))
def test_plain_lines_cover_all_that_is_visible(raw: str) -> None:
    end = 0
    for line in plain_lines(raw):
        assert normalise(raw, end, line.raw_start).text == ""
        assert line.text.text == normalise(raw, line.raw_start, line.raw_end).text
        end = line.raw_end
    assert normalise(raw, end, len(raw)).text == ""


@pytest.mark.parametrize("format_", ["text", "markdown", "html"])
def test_cleaning_twice_gives_the_same(format_: Format) -> None:
    raw = "\n".join(SENTENCES)
    assert clean(raw, format_) == clean(raw, format_)


@pytest.mark.parametrize(
    "raw",
    ["<div>" * 5000 + "x", "<" * 10_000, "&" * 10_000, "a " * 100_000, "\n" * 10_000 + ".", "(" * 5000 + "/" * 5000],
)
def test_hostile_text(raw: str) -> None:
    clean(raw, "html")
    clean(raw, "text")
