"""Countries: every printed noun and adjective, and the short name that canonical names use.

Names come from ISO 3166 (pycountry) and CLDR (babel); `countries.toml` adds long forms, older spellings and adjectives.
"""

from dataclasses import dataclass
from functools import lru_cache

import pycountry
from babel import Locale

from dateline.lexicon.files import read_toml

_ENGLISH = Locale("en")


@dataclass(frozen=True, slots=True)
class Country:
    """A country with its forms; `code` is ISO 3166-1 alpha-2."""

    code: str
    name: str
    nouns: tuple[str, ...]
    adjectives: tuple[str, ...]


@lru_cache(maxsize=1)
def countries() -> dict[str, Country]:
    """Return all countries by code."""
    extra = read_toml("countries.toml")
    codes = [record.alpha_2 for record in pycountry.countries]
    return {code: _country(code, extra.get(code, {})) for code in dict.fromkeys([*codes, *extra])}


def _country(code: str, extra: dict[str, str | list[str]]) -> Country:
    record = pycountry.countries.get(alpha_2=code)
    cldr = _ENGLISH.territories.get(code)
    printed = [cldr, *(getattr(record, name, None) for name in ("name", "common_name", "official_name"))]
    nouns = [noun.removeprefix("the ") for noun in printed if noun and "," not in noun and "(" not in noun]
    short = extra.get("short") or cldr or nouns[0]
    return Country(
        code=code,
        name=str(short),
        nouns=tuple(dict.fromkeys([str(short), *nouns, *extra.get("nouns", ())])),
        adjectives=tuple(extra.get("adjectives", ())),
    )


def country_name(code: str) -> str:
    """Return the short English name of the country `code`."""
    return countries()[code].name
