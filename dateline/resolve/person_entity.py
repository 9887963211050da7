"""The person that evidence of several documents adds up to: canonical name, attributes, what tells namesakes apart."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence

from dateline.records import PersonEntity
from dateline.resolve.clusters import most_common
from dateline.resolve.evidence import SameEvidence, documents_of
from dateline.resolve.names import parse_name
from dateline.resolve.transliteration import latinize


def canonical_name(group: Sequence[SameEvidence]) -> str:
    """Return the fullest form seen, then the one in most documents, then the first by alphabet."""
    called: dict[str, list[SameEvidence]] = defaultdict(list)
    for people in group:
        called[latinize(people.first.name)].append(people)

    def rank(name: str) -> tuple[object, ...]:
        parsed = parse_name(name)
        return (parsed.form != "full", -parsed.words, -len(parsed.given), -documents_of(called[name]), name)

    return min(called, key=rank)


def disambiguators(names: Sequence[str], people: Sequence[Sequence[SameEvidence]]) -> list[str | None]:
    """Return what tells each person from namesakes: without them nothing, else countries, else the first document."""
    countries = [",".join(sorted({code for it in group for code in it.first.countries})) for group in people]
    namesakes, compatriots = Counter(names), Counter(zip(names, countries, strict=True))
    found: list[str | None] = []
    for name, country, group in zip(names, countries, people, strict=True):
        first = min((it.first.document_key, it.first.person) for it in group)
        if namesakes[name] == 1:
            found.append(None)
        elif compatriots[name, country] == 1 and country:
            found.append(country)
        else:
            found.append(f"{country} {first[0]}.{first[1]}")
    return found


def entity(key: int, name: str, group: Sequence[SameEvidence]) -> PersonEntity:
    """Return the person of `group` with the attributes that most of its people give."""
    named = [it for it in group if latinize(it.first.name) == name] or group  # an operator's name is nobody's own
    own = _tally((it.first.country_code or None, it.people) for it in group)
    of_offices = _tally((office.country_code or None, it.people) for it in group for office in it.first.offices)
    families = _tally((_latin(it.first.family_name), it.people) for it in named)
    given = _tally((_latin(it.first.given_name), it.people) for it in named)
    return PersonEntity(
        person_key=key,
        name=name,
        family_name=most_common(families),
        given_name=most_common(given),
        country_code=most_common(own or of_offices),
    )


def _latin(name: str | None) -> str | None:
    return latinize(name) if name else None


def _tally(values: Iterable[tuple[str | None, int]]) -> Counter[str]:
    """How many people each value holds for, where there is a value."""
    found: Counter[str] = Counter()
    for value, people in values:
        if value is not None:
            found[value] += people
    return found
