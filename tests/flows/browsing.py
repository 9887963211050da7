"""Opens a page as somebody does who has no network, and notes whatever it asks for or complains of."""

from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any

PAPER = {"light": "rgb(255, 255, 255)", "dark": "rgb(18, 22, 27)"}
"""The ground of our pages in each theme, as a browser names it."""


@contextmanager
def opened(browser: Any, page: Path, *, theme: str = "light", width: int = 1180) -> Iterator[Any]:
    """Yield the page in a browser without a network, with all that folds open.

    It must ask for nothing, complain of nothing, follow the theme, and not run off the side.
    """
    with closing(
        browser.new_context(offline=True, color_scheme=theme, viewport={"width": width, "height": 900})
    ) as tab:
        seen, shown = [], tab.new_page()
        shown.on("console", lambda message: seen.append(message.text))
        shown.on("pageerror", lambda error: seen.append(str(error)))
        shown.on("requestfailed", lambda request: seen.append(request.url))
        shown.on("request", lambda request: request.url == page.as_uri() or seen.append(request.url))
        shown.goto(page.as_uri())
        shown.evaluate("document.querySelectorAll('details').forEach(item => item.open = true)")
        yield shown
        assert seen == []
        assert shown.evaluate("document.documentElement.scrollWidth") <= width, "nothing runs off the page's side"
        assert shown.evaluate("getComputedStyle(document.body).backgroundColor") == PAPER[theme]
