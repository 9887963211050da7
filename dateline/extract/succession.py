"""Who had an office before: "NAME, who replaced NAME as secretary", where the office is said in full elsewhere."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import Final

from dateline.extract.chart import Chart, Chunk
from dateline.extract.coreference import person_for_pronoun
from dateline.extract.dossier import Dossier, OfficeDraft, Span

REPLACES: Final = frozenset({"replace", "replaced", "replacing", "succeed", "succeeded", "succeeding"})
_HELPER = re.compile(r"(?:(?P<owner>[wS])|(?P<owner2>E)s)(?P<noun>[dw]),?(?P<named>R*E)")


def handed_over(offices: Iterable[OfficeDraft], phrase: Chunk, people: list[Chunk]) -> OfficeDraft | None:
    """Return the former office of the last of `people`, which the first of them holds now.

    Args:
        offices: The offices of the document so far.
        phrase: The title alone ("as secretary"); one that names its body speaks for itself.
        people: Who has the office, and who had it.
    """
    spec, holder, predecessor = phrase.offices[0], people[0].person, people[-1].person
    if spec.is_whole or spec.head is None or holder is None or predecessor is None:
        return None
    for office in offices:
        is_same = office.title.split(" of ", 1)[0].endswith(spec.head.name)
        if office.person == holder and office.status != "former" and is_same:
            return replace(office, person=predecessor, status="former")
    return None


def helpers_named(chart: Chart, dossier: Dossier, sentences: Sequence[Span]) -> Iterator[OfficeDraft]:
    """Yield the offices of "His deputy, NAME" and "X's predecessor, NAME": that of the one before, changed."""
    found: list[OfficeDraft] = []
    for match in chart.find(_HELPER):
        noun, named = chart.group(match, "noun"), chart.group(match, "named")
        owner = chart.group(match, "owner") or chart.group(match, "owner2")
        chief = owner[0].person
        if owner[0].kind != "E":
            chief = person_for_pronoun(dossier, owner[0].word, owner[0].start, sentences)
        known = [*dossier.offices, *found]
        held = [
            office for office in known if chief is not None and office.person == chief and office.status != "former"
        ]
        person = named[-1].person
        if not held or person is None or any(office.person == person for office in known):
            continue
        last = max(held, key=lambda office: office.span)
        if noun[0].kind == "d":
            found.append(replace(last, person=person, title=f"{noun[0].word} {last.title}", rank="deputy"))
        elif noun[0].word == "predecessor":
            found.append(replace(last, person=person, status="former"))
    yield from found
