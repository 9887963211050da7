"""What an event is called, and who takes part in it in which office."""

from typing import Final

from dateline.extract.dossier import Dossier, EventDraft, ParticipationDraft
from dateline.extract.russian.names import romanized
from dateline.extract.russian.reading import Reading
from dateline.lexicon.russian import russian_words
from dateline.records import Role

_LABELS: Final = {
    "meeting": "Meeting", "session": "Session", "summit": "Summit", "talks": "Talks", "conference": "Conference",
    "visit": "Visit", "exercise": "Exercise", "signing": "Signing", "other": "Appointment",
}  # fmt: skip


def participations(body: Reading, dossier: Dossier, people: list[int]) -> list[ParticipationDraft]:
    """The people as participants, with their offices; spokespersons only speak."""
    offices = {office.person: office for office in reversed(dossier.offices) if office.status != "former"}
    spokesmen = {office.person for office in dossier.offices if office.rank == "spokesperson"}
    drafts = []
    for person in people:
        if person in spokesmen:
            continue
        office = offices.get(person)
        country = office.country_code if office else dossier.persons[person].country_code
        drafts.append(ParticipationDraft(person, _role(body, person), office, country))
    return drafts


def _role(body: Reading, person: int) -> Role:
    chairs = frozenset(russian_words()["participation"]["chair"])
    for found in body.people:
        if (
            found.key == person
            and found.is_subject
            and any(body.keys(at) & chairs for at in body.sentence_words(found.first))
        ):
            return "chair"
    return "participant"


def label_of(dossier: Dossier, event: EventDraft, quoted: str | None, *, is_next: bool, is_show: bool = False) -> str:
    """A short English name, since the text's own phrase is inflected Russian."""
    if quoted and (is_show or event.type in ("exercise", "conference")):
        return romanized(quoted)
    label = "Exhibition" if is_show else _LABELS[event.type]
    if event.organization:
        article = "the " if not event.organization.isupper() else ""
        label = f"{label} of {article}{event.organization}"
    elif event.participations:
        names = [dossier.persons[part.person].name for part in event.participations[:2]]
        label = f"{label} of {' and '.join(names)}"
    elif event.place:
        label = f"{label} in {dossier.places[event.place].name}"
    return f"Next {label[0].lower()}{label[1:]}" if is_next else label
