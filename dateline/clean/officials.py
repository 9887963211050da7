"""Bodies that publish their own news: a credit such as `Press service of the Kazakh Defence Ministry` names a body."""

import re
from functools import cache
from typing import Final

from dateline.lexicon.bodies import BodyBase, bodies, international_bodies
from dateline.lexicon.countries import countries
from dateline.lexicon.sources import Source, load_sources

_SERVICE: Final = (
    r"(?:(?:information|media)\s(?:and|&)\s)?"
    r"(?:press|information|media|public (?:relations|affairs|information)|pr)[\s-]"
    r"(?:and (?:\w+\s){1,2})?(?:service|office|center|centre|department|division|secretary|unit|wing)|secretariat|"
    r"official (?:website|site|portal)|website|press release|executive office|administration"
)
_BEFORE: Final = re.compile(rf"^(?:the )?(?:{_SERVICE})(?:\s(?:of|at|under|to)|,)?\s(?:the\s)?", re.IGNORECASE)
_BEHIND: Final = re.compile(rf"(?:['’]s?)?,?\s(?:{_SERVICE})$", re.IGNORECASE)
_BRACKET: Final = re.compile(r"\s*\([^()]*\)\s*$")
_SPLIT: Final = re.compile(r"\s(?:of|for|in)\s(?:the\s)?|,\s(?:government of (?:the\s)?)?", re.IGNORECASE)
_HEADS: Final = {"president": "President", "presidential": "President", "prime minister": "Prime Minister"}
_HEADS_OF: Final = re.compile(r"^(?:the )?(?:office of the )?(president|prime minister)$", re.IGNORECASE)


def official(surface: str) -> Source | None:
    """Return the body that a printed credit means, under its canonical name; None where no body is named.

    A service signs for its body: the press service of a ministry for the ministry, a secretariat for its organisation.
    """
    name = _BRACKET.sub("", " ".join(surface.split()).strip(' .,;:|«»"'))
    for _ in range(2):
        name = _BEHIND.sub("", _BEFORE.sub("", name)).strip()
    found = load_sources().named(name)
    if found and found.kind == "official":
        return found
    body = international_bodies().get(name.removeprefix("The ").removeprefix("the "))
    return _source(body.name, None) if body else _of_state(name)


def _source(name: str, code: str | None) -> Source:
    known = load_sources().named(name)
    return known or Source(name, "official", code, (), (), glued=False)


def _of_state(name: str) -> Source | None:
    """`Ministry of Defence of the Kyrgyz Republic`, `Kazakh Defense Ministry`, `President of Mongolia`."""
    for base, country in _readings(_american(name)):
        code = _country_codes().get(country.casefold().removesuffix("'s"))
        if not code:
            continue
        if head := _HEADS_OF.match(base):
            return _source(f"{_HEADS[head[1].casefold()]} of {countries()[code].name}", code)
        if body := _state_bodies().get(base.casefold()):
            return _source(body.of_country(code).name, code)
    return None


def _readings(name: str) -> list[tuple[str, str]]:
    """Split a name into body and country, the country last or first."""
    cuts = [(name[: m.start()], name[m.end() :]) for m in _SPLIT.finditer(name)]
    words = name.removeprefix("the ").removeprefix("The ").split()
    cuts += [(" ".join(words[n:]), " ".join(words[:n])) for n in range(1, min(len(words), 4))]
    return cuts


def _american(name: str) -> str:
    return re.sub(r"(?i)defence", "Defense", name.replace("’", "'"))


@cache
def _country_codes() -> dict[str, str]:
    return {
        form.casefold(): code
        for code, country in countries().items()
        for form in (*country.adjectives, *country.nouns, country.name)
    }


@cache
def _state_bodies() -> dict[str, BodyBase]:
    return {form.casefold(): base for form, base in bodies().bases if base.is_state}
