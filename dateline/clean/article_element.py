"""The element of a page that holds the story, by where the running text stands: a second opinion on the article."""

from collections import Counter
from collections.abc import Callable, Sequence
from typing import Final

from dateline.clean.blocks import Look

_COUNTED_WORDS: Final = 80
_LEAST_WORDS: Final = 50
_MOST_LINKS: Final = 0.3
_INSIDE_LINKS: Final = 0.5
_SHORT: Final = 6
_NEARNESS: Final = (1.0, 0.5, 0.25)
"""What a paragraph counts for the element around it, the one around that, and the next."""
_WHOLE_PAGE: Final = 0.4
"""An element with this share of the text is the frame of the page, whatever its name: `layout-with-sidebar`."""
_AGREED: Final = 0.6
_NEARLY_ALL: Final = 0.75
_MUCH_MORE: Final = 1.5
_A_PART: Final = 0.15


def with_article_element(
    looks: Sequence[Look],
    main: list[bool],
    places: Sequence[int | None],
    furniture: Callable[[str, bool], bool],
) -> list[bool]:
    """Return which lines are the article's after comparing the extractor's choice with the densest element.

    Where the extractor took little of the element's text, the element joins or replaces its choice; where nearly all
    that it took stands in the element, what it took below the element goes.

    Args:
        looks: All lines of the page.
        main: Which of them the extractor took.
        places: The number of the element that holds each line's paragraph.
        furniture: Tells whether an element is furniture by its label, or by its tag alone if it frames the page.
    """
    own, last = _own_choice(looks, places, furniture)
    ours = sum(looks[i].n_words for i in own if looks[i].is_prose)
    if not ours:
        return main
    both = sum(looks[i].n_words for i in own if looks[i].is_prose and main[i])
    taken = [look for look, is_main in zip(looks, main, strict=True) if is_main]
    theirs = sum(look.n_words for look in taken if look.is_prose)
    if both >= _AGREED * ours:
        return [is_main and i <= last for i, is_main in enumerate(main)] if both > _NEARLY_ALL * theirs else main
    if 2 * both > theirs:
        return [is_main or i in own for i, is_main in enumerate(main)]
    listed = sum(look.n_words for look in taken if look.n_words >= _SHORT)
    if theirs > ours or listed > _MUCH_MORE * ours:
        return main
    if theirs > _A_PART * ours and _follows_headline(looks, main, own):
        return main
    return [i in own for i in range(len(looks))]


def _follows_headline(looks: Sequence[Look], main: Sequence[bool], own: set[int]) -> bool:
    """Tell whether what the extractor took stands between the headline and the element's text."""
    first = next((i for i, look in enumerate(looks) if main[i] and look.is_prose), None)
    return first is not None and first < min(own) and any(look.line.heading == 1 for look in looks[:first])


def _own_choice(
    looks: Sequence[Look], places: Sequence[int | None], furniture: Callable[[str, bool], bool]
) -> tuple[set[int], int]:
    """Return the lines of the element with the densest text, and the last line inside it."""
    words = [_prose_words(look) for look in looks]
    frame = _frame(looks, words)

    def is_furniture(look: Look, after: int = 0) -> bool:
        line = look.line
        return any(
            furniture(label, number in frame)
            for number, label in zip(line.path[after:], line.tags[after:], strict=True)
        )

    counted = [n if n and not is_furniture(look) else 0 for n, look in zip(words, looks, strict=True)]
    scores = _scores(looks, places, counted)
    if sum(words) < _LEAST_WORDS or not scores:
        return set(), 0
    element = max(scores, key=lambda number: (scores[number], number))
    inside = [i for i, look in enumerate(looks) if element in look.line.path]
    prose = [i for i in inside if counted[i]]
    return {
        i
        for i in inside
        if prose[0] <= i <= prose[-1]
        and looks[i].line.links < _INSIDE_LINKS
        and not is_furniture(looks[i], looks[i].line.path.index(element) + 1)
    }, inside[-1]


def _prose_words(look: Look) -> int:
    return min(look.n_words, _COUNTED_WORDS) if look.is_prose and look.line.links < _MOST_LINKS else 0


def _frame(looks: Sequence[Look], words: Sequence[int]) -> set[int]:
    """Return the numbers of the elements that hold much of the page's text."""
    holds: Counter[int] = Counter()
    for look, n in zip(looks, words, strict=True):
        if n:
            for number in look.line.path:
                holds[number] += n
    return {number for number, n in holds.items() if n >= _WHOLE_PAGE * sum(words)}


def _scores(looks: Sequence[Look], places: Sequence[int | None], counted: Sequence[int]) -> dict[int, float]:
    scores: dict[int, float] = {}
    for look, place, n in zip(looks, places, counted, strict=True):
        if n and place is not None:
            path = look.line.path
            at = path.index(place)
            for number, nearness in zip(path[at::-1], _NEARNESS, strict=False):
                scores[number] = scores.get(number, 0.0) + n * nearness
    return scores
