"""Who had an office before: "NAME, who replaced NAME as secretary", where the office is said in full elsewhere."""

from collections.abc import Iterable
from dataclasses import replace
from typing import Final

from dateline.extract.chart import Chunk
from dateline.extract.dossier import OfficeDraft

REPLACES: Final = frozenset({"replace", "replaced", "replacing", "succeed", "succeeded", "succeeding"})


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
