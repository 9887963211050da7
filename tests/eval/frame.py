"""Judges what a document's frame says: is it a story, its title, date, agency and place, and its body."""

from collections.abc import Iterator
from typing import Final

from tests.eval.found import Found
from tests.eval.gold import Gold
from tests.eval.text import key, shared_words, stands_in, words
from tests.eval.verdicts import Verdict, answer

_BASES: Final = {
    "prefix": {"prefix"},
    "metadata": {"metadata", "timestamp"},
    "dateline": {"dateline"},
    "weekday+day+month": {"weekday"},
    "none": {"none"},
}
"""Basis in the gold -> bases of the warehouse that say the same."""

_TELLING_WORDS: Final = 3
"""A snippet of fewer words may stand in a body by chance."""


def judge_frame(gold: Gold, found: Found) -> Iterator[Verdict]:
    """Judge all that is no fact of the text itself."""
    yield from _labels(gold, found)
    yield from _texts(gold, found)
    for span in found.spans:
        right = key(span.words) == key(span.body_piece) and stands_in(span.words, span.raw_piece)
        what = f"{span.kind} {span.words!r} at {span.raw_piece!r}"
        yield answer("provenance", right=right, where=gold.file, what=what)


def _labels(gold: Gold, found: Found) -> Iterator[Verdict]:
    date = str(found.published_date) if found.published_date else None
    answers = {
        "language": (gold.language == found.language, gold.language, found.language),
        "title": (key(gold.title or "") == key(found.title or ""), gold.title, found.title),
        "published_date": (gold.published_date == date, gold.published_date, date),
        "published_date_basis": (
            found.published_date_basis in _BASES[gold.published_date_basis],
            gold.published_date_basis,
            found.published_date_basis,
        ),
        "agency": (key(gold.agency or "") == key(found.agency or ""), gold.agency, found.agency),
        "dateline_place": (
            key(found.dateline_place or "") in _dateline_places(gold),
            gold.dateline and gold.dateline.place,
            found.dateline_place,
        ),
    }
    for row, (right, wanted, got) in answers.items():
        yield answer(row, right=right, where=gold.file, what=f"{got!r} for {wanted!r}")


def _dateline_places(gold: Gold) -> set[str]:
    """Return the printed place and the name of the place that the gold lists under it."""
    printed = gold.dateline.place if gold.dateline else None
    if printed is None:
        return {""}
    return {key(printed), *(key(place.name) for place in gold.places if printed in place.mentions)}


def _texts(gold: Gold, found: Found) -> Iterator[Verdict]:
    both, missing, extra = shared_words(gold.body, found.body)
    yield Verdict("body", "hit", gold.file, "words", both)
    yield Verdict("body", "missed", gold.file, f"{missing} words", missing)
    yield Verdict("body", "wrong", gold.file, f"{extra} words", extra)
    wanted, got = (f" {key(body)} " for body in (gold.body, found.body))
    for snippet in gold.boilerplate_snippets:
        line = f" {key(snippet)} "
        if len(words(snippet)) >= _TELLING_WORDS and line not in wanted:
            yield answer("chrome_kept_out", right=line not in got, where=gold.file, what=f"kept {snippet!r}")
