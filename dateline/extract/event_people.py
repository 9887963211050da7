"""Who takes part in an event: those whom its own phrases name, those present, and those who speak at it."""

import re
from collections.abc import Iterator, Sequence

from dateline.extract.companions import companions
from dateline.extract.dossier import OfficeDraft, ParticipationDraft, Span
from dateline.extract.event_grouping import is_meeting
from dateline.extract.event_roles import roles_in
from dateline.extract.event_sightings import Sighting
from dateline.extract.quick_patterns import quick
from dateline.extract.story import PERSON, Story
from dateline.lexicon.cues import alternatives
from dateline.lexicon.events import load_event_words
from dateline.records import Role

_PRESENT = quick(rf"(?<!\w)(?:{alternatives(load_event_words().participants['present'])})(?!\w)", re.IGNORECASE)
_SIGNED_AFTER = quick(
    r"(?<!\w)(?:following|after|at\s+the\s+(?:end|close)\s+of|(?:up)?on\s+(?:the\s+)?(?:completion|results)\s+of)\s+(?:the\s+)?"
    r"(?:[\w-]+\s+){0,3}(?:meetings?|talks|consultations|negotiations|session|event|summit)(?!\w).*?(?<!\w)(?:signed|exchanged)(?!\w)",
    re.IGNORECASE,
)
"""Who signs when it is over, was there."""
_TWO_DID = quick(
    rf"{PERSON}(?:,[^.;{PERSON}]{{2,90}},)?\s+and\s+[^.;,{PERSON}]{{0,120}}{PERSON}+\s+(?:also\s+|then\s+|have\s+)*"
    r"(?:signed|exchanged|reviewed|inked|initialed)(?!\w)"
)
"""Two who deal with each other where others meet."""
_ABSENT = quick(
    r"(?<!\w)(?:greetings\s+from|conveyed\s+.*?from|on\s+behalf\s+of|replaced|succeeded|stood\s+in\s+for|standing\s+in\s+for"
    r"|deputi[sz]ed\s+for|in\s+place\s+of|instead\s+of|predecessor|invitation\s+of|instructions?\s+of|decree\s+of|order\s+of"
    r"|message\s+(?:from|of)|address\s+(?:from|of)|letter\s+(?:from|of)|initiative\s+of|named\s+after)"
    r"\s+(?:[\w’'-]+,?\s+){0,6}$",
    re.IGNORECASE,
)
_OUTSIDER = re.compile(
    r"(?<!\w)(?:scientist|analyst|expert|researcher|commentator|scholar|historian|observer|retired|resident|journalist)"
    r"(?!\w)[^.;]*$",
    re.IGNORECASE,
)
_OF_GREETINGS = quick(r"(?<!\w)(?:conveyed|congratulat\w+|greetings|best\s+wishes)(?!\w)", re.IGNORECASE)
_GOES_ON = re.compile(r"[:;,]\s*$")


def participations(
    story: Story, group: Sequence[Sighting], groups: Sequence[Sequence[Sighting]], *, is_main: bool
) -> list[ParticipationDraft]:
    """Return those who take part in the event of `group`, in the order in which the text gives reason to think so.

    Args:
        story: The story.
        group: The sightings of the event.
        groups: The sightings of all events of the story, by event.
        is_main: Whether the story is about this event; then its people stand in sentences that do not name it.
    """
    people = dict.fromkeys(person for s in group for person in (*s.people, *s.attendees))
    people |= dict.fromkeys(_guests_of_frame(story, group, groups))
    if group[0].type == "visit":
        people |= dict.fromkeys(_companions(story, group, groups))
    roles: dict[int, Role] = {}
    if is_main:
        elsewhere = _sentences_of_others(story, group, groups)
        for sentence in _telling_sentences(story, elsewhere):
            people |= dict.fromkeys(_present(story, sentence))
        for sentence in story.sentences:
            for person, role in roles_in(story, sentence) if sentence not in elsewhere else ():
                people.setdefault(person)
                roles.setdefault(person, role)
        people |= dict.fromkeys(_speakers(story, group))
    return [_participation(story, person, roles) for person in people]


def _participation(story: Story, person: int, roles: dict[int, Role]) -> ParticipationDraft:
    office = _office_of(story, person)
    country = story.dossier.persons[person].country_code or (office.country_code if office else None)
    return ParticipationDraft(person, roles.get(person, "participant"), office, country)


def _guests_of_frame(story: Story, group: Sequence[Sighting], groups: Sequence[Sequence[Sighting]]) -> Iterator[int]:
    """Those who met on the sidelines of an event were at it."""
    is_gathering = is_meeting(group[0])
    sentences = {story.sentence_at(s.span[0]) for s in group if is_gathering and s.is_frame and not s.is_planned}
    for other in groups if sentences else ():
        for sighting in other:
            if sighting.is_encounter and sighting.type != "visit" and story.sentence_at(sighting.span[0]) in sentences:
                yield from sighting.people


def _sentences_of_others(
    story: Story, group: Sequence[Sighting], groups: Sequence[Sequence[Sighting]]
) -> frozenset[Span]:
    """Sentences that name other events and not this one."""
    own = {story.sentence_at(s.span[0]) for s in group}
    others = {
        story.sentence_at(s.span[0])
        for other in groups
        if other is not group and _is_apart(other, group)
        for s in other
    }
    return frozenset(others - own)


def _companions(story: Story, group: Sequence[Sighting], groups: Sequence[Sequence[Sighting]]) -> Iterator[int]:
    """Those who go with the visitors, where this visit of theirs is the one told last before."""
    visits = [s for other in groups if other[0].type == "visit" for s in other]
    for place, head, others in companions(story):
        theirs = [s for s in visits if head in s.people]
        before = [s for s in theirs if s.span[0] <= place] or theirs[:1]
        if before and any(max(before, key=lambda s: s.span[0]) is s for s in group):
            yield from others


def _is_apart(other: Sequence[Sighting], group: Sequence[Sighting]) -> bool:
    """Whether another event is one at which somebody else may be: a meeting or exercise with a setting of its own."""
    if other[0].type in ("signing", "visit"):
        return False
    return any(s.when or s.place or s.people or s.organization for s in other)


def _telling_sentences(story: Story, elsewhere: frozenset[Span]) -> Iterator[Span]:
    """Sentences that say who is present, with the list that follows a colon."""
    is_list = False
    for sentence in story.sentences:
        text = story.body[slice(*sentence)]
        patterns = (_PRESENT, _SIGNED_AFTER, _TWO_DID)
        tells = any(pattern.search(story.narration, *sentence) for pattern in patterns)
        if sentence not in elsewhere and (is_list or tells):
            yield sentence
            is_list = _GOES_ON.search(text) is not None and (is_list or text.rstrip().endswith(":"))
        else:
            is_list = False


def _present(story: Story, sentence: Span) -> Iterator[int]:
    if _OF_GREETINGS.search(story.narration, *sentence):
        return
    told = {quote.speaker_person for quote in story.dossier.quotes if sentence[0] <= quote.span[0] < sentence[1]}
    for named in story.within(*sentence, "person"):
        person = int(named.key)
        if _ABSENT.search(story.narration, sentence[0], named.start) or (
            person in told and _is_spokesman(story, person)
        ):
            continue
        yield person


def _speakers(story: Story, group: Sequence[Sighting]) -> Iterator[int]:
    """Who speaks in the report of a meeting of many, spoke there; of one ahead, who is quoted word by word."""
    first = group[0]
    if first.is_encounter:
        return
    reported = not first.is_planned and (is_meeting(first) or first.type == "other")
    for quote in story.dossier.quotes:
        person = quote.speaker_person
        if person is None or _is_spokesman(story, person):
            continue
        if quote.kind == "indirect" and not (reported and _office_of(story, person)):
            continue
        if not _is_outsider(story, person):
            yield person


def _is_outsider(story: Story, person: int) -> bool:
    """Whether somebody comments from outside: an expert, or who has left all posts."""
    if any(office.person == person for office in story.dossier.offices):
        return _office_of(story, person) is None
    spans = story.dossier.persons[person].spans
    first = min(spans)[0] if spans else 0
    return _OUTSIDER.search(story.narration, max(0, first - 60), first) is not None


def _is_spokesman(story: Story, person: int) -> bool:
    held = (office for office in story.dossier.offices if office.person == person)
    return any("spokesperson" in (office.rank, office.title.lower()) for office in held)


def _office_of(story: Story, person: int) -> OfficeDraft | None:
    held = [office for office in story.dossier.offices if office.person == person and office.status != "former"]
    return held[0] if held else None
