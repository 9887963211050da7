"""Names of agencies and outlets as datelines and credits print them: bare, glued, and inside brackets."""

import re
from functools import cache
from typing import Final

from dateline.lexicon.sources import Source, load_sources

UPPER: Final = "A-ZÀ-ÖØ-ÞĀĂĄĆČĎĐĒĖĘĚĞĢĪİĶĻŁŃŅŇŌŐŒŘŚŞŠȘŢŤȚŪŮŰŹŻŽƏÖÜÇА-ЯЁІЇЄҐЎҚҒҲҶӢӮӘҢӨҮҰҺԱ-Ֆ"
AGENCY_WORDS: Final = re.compile(
    r"\b(?:news|agency|press|service|office|tv|radio|times|post|bulletin|herald|journal|online|wire|media|"
    r"агентство|пресс|новости|info|inform|корр|corr|correspondent)\b|\.(?:com|ru|kz|kg|uz|tj|az|am|by|net|org|md|ge|tm|ua)\b",
    re.IGNORECASE,
)
_TITLES: Final = re.compile(r"^(?:Корр\.?|Corr\.?|IA|MIA|ИА|МИА|НИА|ОИ|НИАТ|NIAT|From|By)\s*(?=[«“\"]?[^\W\d_])")
_PARTS: Final = re.compile(r"[/,;|–—:]|\s-|-\s|\bvia\b|\bthrough\b")
_LEAST_INSIDE: Final = 3


def without_titles(surface: str) -> str:
    """Return a source without what stands before its name: `Корр. БЕЛТА`, `IA Regnum`."""
    return _TITLES.sub("", surface)


def _alternatives(names: set[str]) -> str:
    return "|".join(re.escape(n) for n in sorted(names, key=lambda n: (-len(n), n)))


@cache
def agency_pattern() -> re.Pattern[str]:
    """All agency names, longest first, where a separator follows."""
    sources = load_sources().by_name.values()
    names = {n for s in sources if s.kind in {"agency", "outlet"} for n in (s.name, *s.aliases)}
    names = {n for n in names if len(n) > 2 or n.isupper()}
    return re.compile(
        rf"(?:(?:IA|MIA|ИА|МИА|НИА|ОИ|НИАТ|NIAT|Корр\.)\s?)?(?:«|“|\")?({_alternatives(names)})(?:»|”|\")?"
        rf"(?=\s*(?:[-–—.:,/|)]|$)|\s+(?:\(|(?-i:[{UPPER}])))",
        re.IGNORECASE,
    )


@cache
def glued_pattern() -> re.Pattern[str]:
    """Agencies that print their name right before the first word: `INTERFAX-Russian`."""
    names = {n for s in load_sources().by_name.values() if s.glued for n in (s.name, *s.aliases) if "-" not in n}
    return re.compile(rf"({_alternatives(names)})\s?[-–—:]\s?(?=[{UPPER}\"“«])", re.IGNORECASE)


@cache
def _inside() -> re.Pattern[str]:
    """An agency's name among other words of a bracket: `Корр. ТАСС Иван Петров`, `TASS correspondent`."""
    sources = load_sources().by_name.values()
    names = {n for s in sources if s.kind == "agency" for n in (s.name, *s.aliases)}
    return re.compile(rf"(?<!\w)({_alternatives({n for n in names if len(n) >= _LEAST_INSIDE})})(?!\w)")


def known_agency(surface: str) -> Source | None:
    """Return the source of a printed credit; of several (`UrduPoint News / Sputnik`), the last agency."""
    book = load_sources()
    if source := book.named(surface):
        return source
    parts = [p.strip() for p in _PARTS.split(surface)]
    known = [s for p in parts if (s := book.named(p) or book.named(without_titles(p)))]
    agencies = [s for s in known if s.kind == "agency"]
    return agencies[-1] if agencies else known[-1] if known else None


def bracketed_agency(surface: str) -> Source | None:
    """Return the source that a dateline's bracket names, among other words too: `TASS correspondent Ivan Orlov`."""
    source = known_agency(surface)
    if source and source.kind == "agency":
        return source
    match = _inside().search(without_titles(surface))
    return (load_sources().named(match[1]) if match else None) or source
