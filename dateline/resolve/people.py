"""The same person across documents: blocks of like surnames, joined by tiers of evidence.

`decide_block` is a pure function of the evidence in one block, so a night decides anew only the blocks that its
documents' names fall into; `resolve_people` is its sum over all blocks.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations, pairwise, permutations, product

from dateline import ids
from dateline.records import PersonEntity, PersonIdentity
from dateline.resolve.clusters import Cluster, components, join_tier
from dateline.resolve.corrections import NO_CORRECTIONS, Corrections, Mark, are_different, are_same
from dateline.resolve.evidence import OfficeEvidence, PersonEvidence, SameEvidence, documents_of
from dateline.resolve.name_candidates import candidates
from dateline.resolve.name_relation import NameRelation, Relation, relate_names
from dateline.resolve.names import block_key, parse_name
from dateline.resolve.person_entity import canonical_name, disambiguators, entity
from dateline.resolve.transliteration import fold, latinize


@dataclass(frozen=True, slots=True)
class _Profile:
    """What several documents say alike: a name with a country and offices. Joins are decided between profiles."""

    name: str
    countries: frozenset[str]
    offices: frozenset[OfficeEvidence]
    lone: tuple[int, int] | None
    """Document and number of a bare surname, which is nobody else's by its form alone; `None` for fuller names."""
    marks: frozenset[Mark] = frozenset()
    """What an operator's corrections say about it."""

    @property
    def is_full(self) -> bool:
        """Whether the given name is more than an initial."""
        return parse_name(self.name).form == "full"

    @property
    def may_join(self) -> bool:
        """Whether any tier can join it: a bare surname needs both office and country, or an operator's word."""
        return not self.lone or bool(self.marks or (self.offices and self.countries))

    @property
    def order(self) -> tuple[object, ...]:
        offices = sorted((it.title, it.country_code or "", it.organization_key) for it in self.offices)
        return (self.name, sorted(self.countries), offices, self.lone or (0, 0), sorted(self.marks))


_Pair = tuple[_Profile, _Profile]
_Members = dict[_Profile, list[SameEvidence]]


@dataclass(frozen=True, slots=True)
class Decided:
    """Which person somebody is, and because of what."""

    evidence: SameEvidence
    person_key: int
    because: str


def resolve_people(
    people: Iterable[PersonEvidence], corrections: Corrections = NO_CORRECTIONS
) -> tuple[list[PersonEntity], list[PersonIdentity]]:
    """Return the persons across documents, and which of them each document's person is.

    The outcome depends on the set of the evidence and on the corrections alone, not on an order of the evidence.
    """
    entities: list[PersonEntity] = []
    identities: list[PersonIdentity] = []
    for block in blocks_of(map(SameEvidence.of, people), corrections):
        found, decided = decide_block(block, corrections)
        entities += found
        identities += [
            PersonIdentity(
                document_key=it.evidence.first.document_key,
                person=it.evidence.first.person,
                person_key=it.person_key,
                because=it.because,
            )
            for it in decided
        ]
    return sorted(entities, key=lambda it: it.person_key), sorted(
        identities, key=lambda it: (it.document_key, it.person)
    )


def blocks_of(people: Iterable[SameEvidence], corrections: Corrections) -> list[list[SameEvidence]]:
    """Return people by `block_key`; blocks that a correction says share a person are one.

    Bearers of a bare surname, and those of whom a correction speaks, stand alone in their evidence.
    """
    blocks: dict[str, list[SameEvidence]] = defaultdict(list)
    united: dict[Mark, set[str]] = defaultdict(set)
    for person in people:
        key = block_key(person.first.name)
        blocks[key].append(person)
        for mark in corrections.marks(person.first):
            if mark.kind == "same":
                united[mark].add(key)
    keys = sorted(blocks)
    at = {key: index for index, key in enumerate(keys)}
    edges = {(at[min(group)], at[key]) for group in united.values() for key in group if key != min(group)}
    return [
        [person for index in sorted(group) for person in blocks[keys[index]]] for group in components(len(keys), edges)
    ]


def decide_block(
    people: Sequence[SameEvidence], corrections: Corrections = NO_CORRECTIONS
) -> tuple[list[PersonEntity], list[Decided]]:
    """Return the persons across documents of one block of `blocks_of`, and who is which of them."""
    members: _Members = defaultdict(list)
    for person in sorted(people, key=lambda it: (it.first.document_key, it.first.person)):
        members[_profile(person.first, corrections)].append(person)
    apart = [profile for profile in members if not profile.may_join]
    namesakes = _namesakes(profile for profile in members if profile.may_join)
    clusters = [*((it,) for it in apart), *(cluster for group, near in namesakes for cluster in _join(group, near))]
    return _name_clusters(clusters, members, corrections)


def _namesakes(profiles: Iterable[_Profile]) -> Iterator[tuple[list[_Profile], list[_Pair]]]:
    """Yield groups of profiles whose names could be one person's, directly or through others, and which directly."""
    by_name: dict[str, list[_Profile]] = defaultdict(list)
    for profile in sorted(profiles, key=lambda it: it.order):
        by_name[profile.name].append(profile)
    names = sorted(by_name)
    at = {name: index for index, name in enumerate(names)}
    alike = [(at[a], at[b]) for a, b in _alike(names)]
    said: dict[Mark, list[int]] = defaultdict(list)
    for index, name in enumerate(names):
        for mark in {mark for it in by_name[name] for mark in it.marks if mark.kind == "same"}:
            said[mark].append(index)
    groups = components(len(names), [*alike, *(pair for indices in said.values() for pair in pairwise(indices))])
    group_of = {index: number for number, group in enumerate(groups) for index in group}
    near: dict[int, list[_Pair]] = defaultdict(list)
    for index, name in enumerate(names):
        near[group_of[index]] += combinations(by_name[name], 2)
    for a, b in alike:
        near[group_of[a]] += product(by_name[names[a]], by_name[names[b]])
    for number, group in enumerate(groups):
        yield [it for index in sorted(group) for it in by_name[names[index]]], near[number]


def _alike(names: Sequence[str]) -> Iterator[tuple[str, str]]:
    """Pairs of names that do not differ."""
    for a, b in candidates(names):
        if relate_names(a, b).relation is not Relation.DIFFERENT:
            yield a, b


def _join(namesakes: Sequence[_Profile], near: Sequence[_Pair]) -> list[Cluster[_Profile]]:
    marked = [index for index, profile in enumerate(namesakes) if profile.marks]
    said = {(a, b) for a, b in combinations(marked, 2) if are_same(namesakes[a].marks, namesakes[b].marks)}
    clusters: list[Cluster[_Profile]] = [
        tuple(namesakes[index] for index in sorted(group)) for group in components(len(namesakes), said)
    ]
    bridged = _bridged({profile.name for profile in namesakes})

    def conflict(left: _Profile, right: _Profile) -> bool:
        return _conflict(left, right, is_bridged=(left.name, right.name) in bridged)

    for tier in _TIERS:
        clusters = join_tier(clusters, tier, conflict, near)
    return clusters


def _bridged(names: Iterable[str]) -> frozenset[tuple[str, str]]:
    """Pairs of names that differ, where a third full name may be either: Sukru and Shukru beside Şükrü.

    Initials count too: E. Mamedov is Elnur Mammadov where a text prints Elnur Mamedov.
    """
    ordered = sorted(names)
    near, short = defaultdict(list), defaultdict(list)
    for a, b in permutations(ordered, 2):
        relation = relate_names(a, b).relation
        if relation <= Relation.FAR:
            near[a].append(b)
        elif relation is Relation.INITIALS and parse_name(a).form == "full":
            short[a].append(b)
    pairs = {
        pair for name in near for pair in (*combinations(near[name], 2), *product(near[name], short.get(name, ())))
    }
    return frozenset(
        pair for a, b in pairs if relate_names(a, b).relation is Relation.DIFFERENT for pair in ((a, b), (b, a))
    )


def _profile(person: PersonEvidence, corrections: Corrections) -> _Profile:
    is_bare = parse_name(person.name).form == "bare"
    lone = (person.document_key, person.person) if is_bare else None
    return _Profile(latinize(person.name), person.countries, frozenset(person.offices), lone, corrections.marks(person))


# Evidence between two profiles


def _shared_office(left: _Profile, right: _Profile) -> OfficeEvidence | None:
    shared = [office for office in left.offices if any(office.agrees(other) for other in right.offices)]
    return min(shared, key=lambda it: (it.title, it.country_code or ""), default=None)


def _shared_title(left: _Profile, right: _Profile) -> str | None:
    return min({it.title for it in left.offices} & {it.title for it in right.offices}, default=None)


def _shared_country(left: _Profile, right: _Profile) -> str | None:
    return min(left.countries & right.countries, default=None)


def _conflict(left: _Profile, right: _Profile, *, is_bridged: bool = False) -> bool:
    """Whether two profiles cannot be one person: other names, or different offices in different countries.

    A full namesake in the same post of another country would be a marvel; a title whose country one text leaves to
    the reader is common. So there the name and the post outweigh the country. Names that a third one bridges differ
    in spelling alone where they hold one office.
    """
    relation = relate_names(left.name, right.name).relation
    is_other_name = relation is Relation.DIFFERENT and not (is_bridged and _shared_office(left, right))
    if is_other_name or are_different(left.marks, right.marks):
        return True
    if relation <= Relation.VARIANT and _shared_title(left, right):
        return False
    both_hold_offices = all(any(it.country_code for it in side.offices) for side in (left, right))
    return both_hold_offices and left.countries.isdisjoint(right.countries) and not _shared_office(left, right)


def _tier(
    loosest: Relation, *, office: bool = False, country: bool = False, is_in_full: bool = False
) -> Callable[[_Profile, _Profile], bool]:
    """A link for names that relate as `loosest`, or safely closer, and agree in what is asked for.

    With `is_in_full` it does not link two that tell initials alone: they are first given to the full names they mean.
    """
    safe = min(loosest, Relation.SHIFTED)

    def links(left: _Profile, right: _Profile) -> bool:
        relation = relate_names(left.name, right.name).relation
        if (relation > safe and relation is not loosest) or (left.lone and loosest is not Relation.BARE):
            return False
        if is_in_full and not (left.is_full or right.is_full):
            return False
        has_office = not office or _shared_office(left, right) is not None
        return has_office and (not country or _shared_country(left, right) is not None)

    return links


def _full_alike(left: _Profile, right: _Profile) -> bool:
    """Full names that agree but for the vowels of two languages, with nothing that speaks for or against them."""
    return relate_names(left.name, right.name).relation is Relation.SHIFTED


_TIERS = (
    _tier(Relation.VARIANT, office=True),
    _tier(Relation.VARIANT, country=True, is_in_full=True),
    _tier(Relation.VARIANT, is_in_full=True),
    _tier(Relation.FAR, office=True),
    _tier(Relation.SHIFTED, country=True, is_in_full=True),
    _full_alike,
    _tier(Relation.INITIALS, office=True),
    _tier(Relation.NEAR_INITIALS, office=True),
    _tier(Relation.VARIANT, country=True),
    _tier(Relation.INITIALS, country=True),
    _tier(Relation.VARIANT),
    _tier(Relation.BARE, office=True, country=True),
)
"""From the surest join to the least sure. A bare surname needs both office and country, and only one taker."""


# Canonical names, keys and reasons


def _name_clusters(
    clusters: Sequence[Cluster[_Profile]], members: _Members, corrections: Corrections
) -> tuple[list[PersonEntity], list[Decided]]:
    people = [[person for profile in cluster for person in members[profile]] for cluster in clusters]
    named = [corrections.name_for(frozenset(mark for it in cluster for mark in it.marks)) for cluster in clusters]
    names = [given or canonical_name(group) for given, group in zip(named, people, strict=True)]
    entities, decided = [], []
    for cluster, group, name, apart in zip(clusters, people, names, disambiguators(names, people), strict=True):
        key = ids.person_key(name, apart)
        entities.append(entity(key, name, group))
        for profile in cluster:
            because = _because(profile, cluster, documents_of(members[profile]))
            decided += [Decided(it, key, because) for it in members[profile]]
    return entities, decided


def _because(profile: _Profile, cluster: Cluster[_Profile], documents: int) -> str:
    """The surest evidence that joins a profile with the rest of its person."""
    others = [other for other in cluster if other != profile]
    corrected = sorted(other.name for other in others if are_same(profile.marks, other.marks))
    if corrected:
        return f"an operator's correction: the same person as {corrected[0]}"
    if not others:
        return f"same name in {documents} documents" if documents > 1 else "named in one document only"
    return min((_evidence(profile, other) for other in others), key=lambda it: (it[0], it[1]))[1]


def _evidence(left: _Profile, right: _Profile) -> tuple[tuple[int, int], str]:
    name: NameRelation = relate_names(left.name, right.name)
    words = f"{name.because} with {right.name}" if fold(left.name) != fold(right.name) else name.because
    office, country = _shared_office(left, right), _shared_country(left, right)
    if office:
        return (name.relation, 0), f"{words}; both {office}"
    if country:
        return (name.relation, 1), f"{words}; both of {country}"
    if title := _shared_title(left, right):
        return (name.relation, 2), f"{words}; both {title}, of whatever country"
    return (name.relation, 3), f"{words}; nothing speaks against it"
