"""How much one document may hold before it is set aside as `too_large` instead of being cleaned.

A news story has a few thousand characters, the page around it a few hundred lines. The limits lie far above both, and
low enough that no document takes more than some seconds or some hundred megabytes, here and in extraction.
"""

from typing import Final

from dateline.errors import OverLimit

LONGEST_TEXT: Final = 400_000
"""Characters of visible text: all of a text file, a page without its markup."""
LONGEST_BODY: Final = 200_000
"""Characters of a story: what the language pipeline reads in one piece."""
LONGEST_LINE: Final = 100_000
MOST_LINES: Final = 10_000
MOST_TAGS: Final = 150_000
MOST_ATTRIBUTES: Final = 2_000
"""Attributes of one tag."""


def check(number: int, limit: int, what: str) -> None:
    """Let `number` pass up to `limit`.

    Raises:
        OverLimit: there are more; the message names what, and the limit.
    """
    if number > limit:
        raise OverLimit(f"more than {limit:,} {what}".replace(",", " "))
