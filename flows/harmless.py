"""Text of documents on a terminal: its control characters are shown, and steer nothing."""

from collections.abc import Iterable
from typing import Final

from rich.console import Console, ConsoleOptions, RenderableType
from rich.segment import Segment

_SHOWN: Final = {
    **{code: 0x2400 + code for code in range(0x20) if chr(code) not in "\n\t"},
    0x7F: 0x2421,
    **dict.fromkeys(range(0x80, 0xA0), 0xFFFD),
    **dict.fromkeys((0x202D, 0x202E), 0xFFFD),  # what overrides the direction of all that follows on the line
}
"""Control characters -> their pictures, or the sign for what cannot be shown."""


def harmless(text: str) -> str:
    """Return `text` with pictures in the place of control characters, line breaks and tabs aside."""
    return text.translate(_SHOWN)


class SafeConsole(Console):
    """A console on which printed text cannot move the cursor, change colours or set links; styles of ours can."""

    def render(self, renderable: RenderableType, options: ConsoleOptions | None = None) -> Iterable[Segment]:
        """Render as always, then make the text harmless."""
        for segment in super().render(renderable, options):
            yield segment if segment.control else Segment(harmless(segment.text), segment.style)
