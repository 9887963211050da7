"""The organ whose members meet: "министры обороны стран СНГ" are its Council of Defense Ministers."""

from typing import Final

from dateline.extract.dossier import Dossier, OrganizationDraft
from dateline.extract.russian.reading import Reading
from dateline.lexicon.russian import RussianBody, russian_bodies

_COUNCILS: Final = {
    "Minister of Defense": "Council of Defense Ministers",
    "Minister of Foreign Affairs": "Council of Foreign Ministers",
    "Secretary of the Security Council": "Committee of Secretaries of Security Councils",
    "President": "Council of Heads of State",
    "Prime Minister": "Council of Heads of Government",
}
_MEMBERS: Final = frozenset(
    ["страна", "государство", "член", "государство-член", "страна-член", "участник", "государство-участник"]
)
_MAX_GAP: Final = 4


def convener(reading: Reading, dossier: Dossier, sentence: range) -> str | None:
    """Return the organ that a sentence's "ministers of the member states" form, by its canonical name.

    Args:
        reading: The text, its offices and bodies found.
        dossier: Takes the organ, which the text does not name.
        sentence: The words of the sentence.
    """
    for office in reading.offices:
        council = _COUNCILS.get(office.draft.title)
        if council is None or not office.is_plural or office.first not in sentence:
            continue
        body = next((found for found in reading.bodies if 0 <= found.first - office.last <= _MAX_GAP), None)
        between = range(office.first + 1, body.first) if body else range(0)
        if body and any(reading.keys(at) & _MEMBERS for at in between):
            organ = _organ_of(council, str(body.key))
            if organ:
                dossier.organizations.setdefault(organ, OrganizationDraft(organ, None, "organ", None, str(body.key)))
            return organ
    return None


def _organ_of(council: str, parent: str) -> str | None:
    """The organ's canonical name, where the international body has one."""
    parents = {body.name: body for body in russian_bodies() if body.scope == "international"}
    owner = parents.get(parent)
    organ = next((body for body in russian_bodies() if body.scope == "organ" and body.name == council), None)
    if owner is None or organ is None or not _has(organ, owner):
        return None
    return f"{council} of the {owner.name if owner.name in organ.parents else owner.acronym}"


def _has(organ: RussianBody, owner: RussianBody) -> bool:
    return owner.acronym in organ.parents or owner.name in organ.parents
