"""Makes the templates of pages: no script, no request, nothing outside of the page.

Everything that comes from outside is text to a template: it is escaped at the one place where values become HTML,
without exception, and the page's own policy (Content-Security-Policy) forbids scripts and requests besides.
"""

from collections.abc import Callable
from functools import cache

from jinja2 import ChoiceLoader, Environment, PackageLoader, StrictUndefined, Template

from dateline.pages import words


@cache
def template(package: str, *filters: Callable[..., str]) -> Template:
    """Return the template `page.html` of a package, which extends `base.html` here.

    Args:
        package: Importable package with a folder `templates`.
        filters: Filters of its own, under their names.
    """
    environment = Environment(
        loader=ChoiceLoader([PackageLoader(package, "templates"), PackageLoader("dateline.pages", "templates")]),
        autoescape=True,
        undefined=StrictUndefined,
        finalize=words.printable,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters.update(words.FILTERS)
    environment.filters.update({own.__name__: own for own in filters})
    return environment.get_template("page.html")
