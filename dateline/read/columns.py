"""Which column of a table, or field of a JSON object, holds the text, the title, the day and the link."""

from dataclasses import dataclass, fields, replace
from typing import Self


@dataclass(frozen=True, slots=True)
class Columns:
    """Names of columns, each list in order of preference; case does not matter."""

    text: tuple[str, ...] = (
        "text",
        "body",
        "content",
        "article",
        "articleBody",
        "fulltext",
        "full_text",
        "maintext",
        "html",
    )
    title: tuple[str, ...] = ("title", "headline")
    published: tuple[str, ...] = (
        "published",
        "published_at",
        "date",
        "datePublished",
        "date_publish",
        "pubDate",
        "published_date",
    )
    url: tuple[str, ...] = ("url", "link", "uri", "source_url")

    @classmethod
    def parse(cls, named: str | None) -> Self:
        """Return the columns that `named` tells, such as `text=story,title=head`; the others keep their usual names.

        Raises:
            ValueError: it names a part that no record has, or the same part twice.
        """
        given: dict[str, tuple[str, ...]] = {}
        for pair in (named or "").split(",") if named else ():
            part, separator, column = (piece.strip() for piece in pair.partition("="))
            if not separator or not column or part in given or part not in {each.name for each in fields(cls)}:
                raise ValueError(f"{pair.strip()!r} is not one of text=…, title=…, published=…, url=…, each once")
            given[part] = (column,)
        return replace(cls(), **given)

    @property
    def in_order(self) -> tuple[tuple[str, ...], tuple[str, ...], tuple[str, ...], tuple[str, ...]]:
        """The names for text, title, published and url."""
        return self.text, self.title, self.published, self.url

    def holds_text(self, names: list[str]) -> bool:
        """Tell whether a table with the columns `names` has one for the text."""
        lowered = {name.strip().casefold() for name in names}
        return any(name.casefold() in lowered for name in self.text)
