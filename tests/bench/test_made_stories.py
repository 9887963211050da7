"""The made stories of the growth benchmark are such as extraction stages."""

from bench.stories import stories


def test_spans_are_where_they_say() -> None:
    rows = stories(range(7, 9))
    texts = {it.document_key: it for it in rows["document"]}
    assert len(texts) == 2
    for mention in rows["mention"]:
        document = texts[mention.document_key]
        assert document.body[mention.start_char : mention.end_char] == mention.surface
        assert document.raw[mention.raw_start : mention.raw_end] == mention.surface


def test_a_story_is_a_function_of_its_number() -> None:
    alone, among = stories(range(8, 9)), stories(range(7, 9))
    assert alone["document"] == among["document"][1:]
