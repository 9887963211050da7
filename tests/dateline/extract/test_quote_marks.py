"""Quotation marks: whatever the text, stretches lie in order, apart, and within the body."""

from hypothesis import given, settings
from hypothesis import strategies as st

from dateline.extract.events import find_events
from dateline.extract.instruments import find_instruments
from dateline.extract.quotes import find_quotes
from tests.dateline.extract.story_maker import make_story

WORDS = [
    "Arman Seitov",
    "said",
    "that",
    "he",
    "the",
    "minister",
    "signed",
    "meeting",
    "on Monday",
    "in Astana",
    "SCO",
    "plan",
    "of",
]
MARKS = ['"', "“", "”", "«", "»", "„", "''", "``", "'", ",", ".", " – ", "\n\n", " ", "("]
texts = st.lists(st.sampled_from([*WORDS, *MARKS]), min_size=1, max_size=40).map(" ".join).filter(str.strip)


@given(texts)
@settings(max_examples=150, deadline=None)
def test_any_text_gives_stretches_in_order_and_apart(body: str) -> None:
    story = make_story(body)
    ends = 0
    for quoted in story.quoted:
        assert ends <= quoted.outer[0] <= quoted.span[0] < quoted.span[1] <= quoted.outer[1] <= len(body)
        ends = quoted.outer[1]


@given(texts)
@settings(max_examples=100, deadline=None)
def test_any_text_gives_statements_within_the_body(body: str) -> None:
    story = make_story(body)
    story.dossier.quotes = find_quotes(story)
    story.dossier.events = find_events(story)
    spans = [quote.span for quote in story.dossier.quotes]
    spans += [span for event in story.dossier.events for span in event.spans]
    spans += [span for instrument in find_instruments(story) for span in instrument.spans]
    assert all(0 <= start < end <= len(body) for start, end in spans)
