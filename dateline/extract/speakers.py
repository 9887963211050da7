"""Who speaks: from the words beside a verb of saying to a person, a body or an office of the dossier."""

import re
from collections.abc import Iterator
from typing import Final

from dateline.extract import coreference
from dateline.extract.clause_ends import ADVERBIAL, adverbs_ending, is_coordinated, relative_ending
from dateline.extract.quick_patterns import quick
from dateline.extract.speaker_titles import (
    ASKED,
    DETERMINER,
    TITLE_AT_END,
    TITLE_AT_START,
    TITLE_HEAD,
    is_plain_title,
    is_title_only,
)
from dateline.extract.speaking_bodies import (
    PRESS,
    Speaker,
    body_in,
    holder_of_acronym,
    office_of_nobody,
    official_body,
    press_service_in,
    same_body,
)
from dateline.extract.story import PERSON, QUOTED, Story
from dateline.extract.title_holders import HEAD_OF, RANK_ALONE, country_in, holder_of_title, only_compatriot, person_at
from dateline.lexicon.cues import alternatives, load_cues

_PERSON_AT_END = re.compile(rf"{PERSON}+(?:\s*\([^()]*\))?(?:\s+(?:himself|herself))?\s*$")
_IT_ALONE = re.compile(r"\s*(it)\s*", re.IGNORECASE)
_PRONOUN_AT_END = re.compile(r"(?<!\w)(he|she)\s*$", re.IGNORECASE)
_ACCORDING_TO = re.compile(
    rf"\s*(?:according\s+to|in\s+the\s+(?:opinion|view|words)\s+of)\s+[^,.;{PERSON}]{{0,90}}(?={PERSON})", re.IGNORECASE
)
_AFTER_ADVERBIAL = re.compile(
    r"(?:Ahead\s+of|On|In|At|During|After|Before|Prior\s+to|Following|Upon|Earlier\s+on|Later\s+on)\s(?:[^\s,;.\ue000]+\s+){1,8}?"
    rf"(?<!of\s)(?<!to\s)(?<!with\s)(?<!by\s)(?<!and\s)(?<!from\s)(?<!for\s){PERSON}+"
    r"(?=\s+(?:also\s+|will\s+|has\s+|is\s+to\s+)?(?:[a-z]+ed|held|met|had|said|told|took|paid|made|gave|spoke|left|meet|hold|visit)(?!\w))"
)
"""Opens a clause with words of time or place and no comma ("Ahead of the session Asanov met")."""
_FIRST_PRONOUN = quick(r"(?<!\w)(?:he|she)(?!\w)", re.IGNORECASE)
_OWN_HOUSE = re.compile(
    r"\s*(his|her)\s+(?:press\s+)?(?:office|ministry|department|spokes\w+|secretariat|agency|aides?|service|staff)(?!\w)",
    re.IGNORECASE,
)
_HE_AT_START = re.compile(r"(he|she)(?!\w)", re.IGNORECASE)
_PERSON_AT_START = re.compile(rf"((?:[\w.'’&()\ue001\ue002-]+\s+){{0,12}}?){PERSON}+")
_DETERMINED = re.compile(rf"{DETERMINER}\s", re.IGNORECASE)
_PRONOUN_AT_START = re.compile(r"\s*(he|she|him|her|his)(?!\w)", re.IGNORECASE)

_SHARED_TITLES: Final = {"minister", "secretary", "president", "chief", "director", "ambassador", "commander"}
_GENDER: Final = {"he": "m", "him": "m", "his": "m", "she": "f", "her": "f"}
_PRONOUN_REACH: Final = 4
_LEAD = re.compile(
    rf"\s*(?:[-–—]\s*)?(?:(?:{ADVERBIAL}|and|but|while|as|said|told|noted|added|stressed|emphasi[sz]ed|explained"
    rf"|stated|concluded)(?!\w),?\s+)*",
    re.IGNORECASE,
)
_SEGMENT = re.compile(rf"{QUOTED}+[,\s–—-]*|[,;:]\s|\s[-–—]\s|\(|\)")
_TWO_PEOPLE = re.compile(rf"{PERSON}+[^,;.]{{0,60}}?\s+and\s+[^,;.]{{0,80}}{PERSON}+\s*$")
_CUT_AFTER = re.compile(
    r"(?<!\w)(?:on\s+\w+day|at\s+(?:a|the|an|his|her)\s+(?!\w*\s*ministry)|during|after|before|speaking|when|while"
    r"|in\s+an?\s+interview|"
    r"to\s+(?:journalists|reporters)|who|which|that|adding|noting|with|commenting|answering|following|opening"
    r"|addressing)(?!\w)",
    re.IGNORECASE,
)
_OUTSIDER = re.compile(
    rf"(?<!\w)(?:{alternatives(load_cues().plural_heads | load_cues().documents)})\s*$", re.IGNORECASE
)
_OBLIQUE = quick(
    r"(?<!\w)(?:to|with|from|for|by|of|about|against|on|at|in|between|after|before|than|told|met|received|thanked|asked)"
    r"\s+(?:the\s+|his\s+|her\s+)?(?:[\w.'’\ue001\ue002-]+\s+){0,8}$|(?<!\w)questions?\s+(?:from|of|by)\s+[^.;]{3,150}$",
    re.IGNORECASE,
)


def subject_before(story: Story, start: int, verb: int) -> Speaker | None:
    """Return the subject that stands before a verb within its sentence, over adverbs, appositions and co-ordination.

    Args:
        story: The story.
        start: Where the sentence (or what is left of it) begins.
        verb: Where the verb begins.
    """
    left = story.narration[start:verb]
    stop = adverbs_ending(left)
    relative = relative_ending(left[:stop])
    if relative is not None:
        return _antecedent(story, start, start + relative)
    if is_coordinated(left[:stop]):
        return main_subject(story, start, start + stop)  # "X met the guests and said"
    if left[stop:].lstrip().startswith(",") and not _PERSON_AT_END.search(left, 0, stop):
        # "X, chief of the staff, also said": the comma closes an apposition
        over = _before_apposition(story, start, start + left.index(",", stop) + 1)
        if over is not None and over.person is not None:
            return over
    return _phrase_at_end(story, start, start + stop) or _before_apposition(story, start, start + stop)


def _antecedent(story: Story, start: int, end: int) -> Speaker | None:
    """Whom "who" means: the phrase before it, over an apposition the person named last."""
    found = _phrase_at_end(story, start, end)
    people = story.within(start, end, "person")
    if (found is None or not found.is_known) and people:
        return Speaker((people[-1].start, people[-1].end), person=int(people[-1].key))
    return found


def subject_after(story: Story, verb_end: int, end: int) -> Speaker | None:
    """Return the subject that follows an inverted verb ("said the minister", "– noted Asanov")."""
    right = story.narration[verb_end:end]
    cut = _CUT_AFTER.search(right)
    limit = verb_end + (cut.start() if cut and cut.start() > 1 else len(right))
    return phrase_at_start(story, verb_end, limit)


def phrase_at_start(story: Story, start: int, end: int) -> Speaker | None:
    """Return the speaker whom the words at the start of a stretch name."""
    text = story.narration[start:end]
    owned = _OWN_HOUSE.match(text)
    if owned:
        return _house_of(story, start + owned.start(1), start + owned.end())
    pronoun = _PRONOUN_AT_START.match(text)
    if pronoun:
        return _by_pronoun(story, start + pronoun.start(1), start + pronoun.end(1))
    people = story.within(start, end, "person")
    if people and is_title_only(text[: people[0].start - start]):
        return Speaker((start, people[0].end), person=int(people[0].key))
    press = press_service_in(story, start, end)
    if press:
        return press
    title = TITLE_AT_START.match(text)
    if title:
        found = _by_title(story, start, start + title.end())
        if found.is_known:
            return found
    body = holder_of_acronym(story, start, end) or body_in(story, start, end)
    return body or (Speaker((start, start + title.end())) if title else None)


def _house_of(story: Story, start: int, end: int) -> Speaker | None:
    """Read "his office", "her spokesman": the body in which the person meant holds an office."""
    person = _by_pronoun(story, start, start + 3).person
    bodies = (office.organization for office in story.dossier.offices if person is not None and office.person == person)
    body = next((name for name in bodies if name), None)
    return Speaker((start, end), organization=body) if body else None


def _phrase_at_end(story: Story, start: int, end: int) -> Speaker | None:
    text = story.narration[start:end]
    if text.rstrip().endswith(","):
        return None
    person = _PERSON_AT_END.search(text)
    if person:
        return None if _TWO_PEOPLE.search(text) else _person_ending(story, start, start + person.start())
    it = _IT_ALONE.fullmatch(text)
    if it:
        return same_body(story, start + it.start(1), start + it.end(1))
    pronoun = _PRONOUN_AT_END.search(text)
    if pronoun:
        return _by_pronoun(story, start + pronoun.start(1), start + pronoun.end(1))
    return _nameless_at_end(story, start, end)


def _nameless_at_end(story: Story, start: int, end: int) -> Speaker | None:
    """A title or a body at the end of a stretch."""
    text = story.narration[start:end]
    opening = start + max((match.end() for match in _SEGMENT.finditer(text)), default=0)
    tail = story.narration[opening:end]
    if _OUTSIDER.search(tail) and not HEAD_OF.search(tail):
        return None
    press = PRESS.search(tail)
    if press:
        return press_service_in(story, opening, end)
    title = TITLE_AT_END.search(tail)
    if title:
        found = _by_title(story, opening + title.start(), end)
        if found.is_known:
            return found
    body = holder_of_acronym(story, opening, end) or body_in(story, opening, end, at_end=True)
    return body or (Speaker((opening + title.start(), end)) if title else None)


def _person_ending(story: Story, start: int, position: int) -> Speaker:
    named = next(n for n in story.covering(position, "person") if n.start >= start)
    return Speaker((named.start, named.end), person=int(named.key))


def _before_apposition(story: Story, start: int, end: int) -> Speaker | None:
    """Step over what stands between commas ("Colonel X, a spokesman for the ministry," or "X, in his turn,")."""
    text = story.narration[start:end].rstrip()
    if not text.endswith(","):
        return None
    for comma in list(re.finditer(r",", text[:-1]))[::-1][:3]:
        named = _PERSON_AT_END.search(text[:-1])
        if (
            named
            and not _PERSON_AT_END.search(text[: comma.start()])
            and is_title_only(text[comma.end() : named.start()])
        ):
            # "His deputy, Colonel X, said"
            segments = [match.end() for match in _SEGMENT.finditer(text, 0, comma.start())]
            person = _person_ending(story, start, start + named.start())
            return Speaker((start + max(segments, default=0), person.surface[1]), person=person.person)
        found = _phrase_at_end(story, start, start + comma.start())
        if found is not None and found.is_known:
            return found
    return None


def main_subject(story: Story, start: int, end: int) -> Speaker | None:
    """Return who opens the last segment of a stretch that a known speaker opens."""
    for opening in reversed(list(_segments(story, start, end))):
        found = phrase_opening(story, opening, end)
        if found is not None:
            return found
    return None


def _segments(story: Story, start: int, end: int) -> Iterator[int]:
    yield start
    for match in _SEGMENT.finditer(story.narration, start, end):
        yield match.end()


def phrase_opening(story: Story, start: int, end: int) -> Speaker | None:
    """Return the known speaker with whom a clause opens ("The minister thanked …"), else nothing."""
    text = story.narration[start:end]
    lead = _LEAD.match(text)
    start += lead.end() if lead else 0
    text = story.narration[start:end]
    pronoun = _HE_AT_START.match(text)
    if pronoun:
        return _by_pronoun(story, start, start + pronoun.end())
    person = _PERSON_AT_START.match(text)
    if person and is_plain_title(person.group(1)):
        named = person_at(story, start + person.end() - 1)
        return Speaker((start, named.end), person=int(named.key)) if named else None
    after = _AFTER_ADVERBIAL.match(text)
    if after and (named := person_at(story, start + after.end() - 1)):
        return Speaker((named.start, named.end), person=int(named.key))
    title = TITLE_AT_START.match(text)
    if title and _DETERMINED.match(text):
        found = _by_title(story, start, start + title.end())
        return found if found.is_known else None
    return holder_of_acronym(story, start, end)


def main_subject_after(story: Story, start: int, end: int) -> int | None:
    """Return the first person or pronoun of a stretch, as after "At the meeting …": who does what the clause says."""
    pronoun = _FIRST_PRONOUN.search(story.narration, start, end)
    named = next(iter(story.within(start, end, "person")), None)
    if named is not None and (pronoun is None or named.start < pronoun.start()):
        return int(named.key)
    return person_meant(story, *pronoun.span()) if pronoun else None


def person_meant(story: Story, start: int, end: int) -> int | None:
    """Return the person whom a pronoun at `start` to `end` means."""
    return _by_pronoun(story, start, end).person


def _by_pronoun(story: Story, start: int, end: int) -> Speaker:
    """A pronoun goes on with the subject of the sentence before; else the rules of coreference decide."""
    pronoun = story.body[start:end].lower()
    person = _subject_so_far(story, start, _GENDER.get(pronoun))
    if person is None:
        person = coreference.person_for_pronoun(story.dossier, pronoun, start, story.sentences)
    return Speaker((start, end), person=person)


def _subject_so_far(story: Story, position: int, gender: str | None) -> int | None:
    current = story.sentence_at(position)
    person = _only_one_before(story, current[0], position) if gender else None
    if person is not None and story.dossier.persons[person].gender in (None, gender):
        return person
    here = (current[0], current[0] if ASKED.match(story.narration, current[0]) else position)
    for sentence in (here, *story.sentences_before(position, _PRONOUN_REACH)):
        person = opening_person(story, *sentence)
        if person is not None:
            known = story.dossier.persons[person].gender
            return person if gender is None or known in (None, gender) else None
    return None


def _only_one_before(story: Story, start: int, position: int) -> int | None:
    """The only person whom a sentence names before a pronoun, unless an opening phrase does ("In a letter to X he")."""
    named = {int(one.key): one for one in story.within(start, position, "person")}
    if len(named) != 1:
        return None
    ((person, one),) = named.items()
    return None if _OBLIQUE.search(story.narration, start, one.start) else person


def opening_person(story: Story, start: int, end: int) -> int | None:
    """Return the known person with whom a stretch, or a segment of it, opens."""
    for opening in _segments(story, start, end):
        text = story.narration[opening:end]
        topic = _ACCORDING_TO.match(text)
        if topic and (named := person_at(story, opening + topic.end())):
            return int(named.key)
        lead = _LEAD.match(text)
        begin = opening + (lead.end() if lead else 0)
        if _PRONOUN_AT_START.match(story.narration, begin):
            continue
        found = phrase_opening(story, opening, end)
        if found is not None and found.person is not None:
            return found.person
    return None


def _by_title(story: Story, start: int, end: int) -> Speaker:
    """A title alone: its holder among the people of the story, else the body of an official without a name."""
    surface = (start, start + len(story.body[start:end].rstrip()))
    person = holder_of_title(story, start, end)
    if person is None:
        person = _same_subject(story, start, end)
    if person is None:
        person = only_compatriot(story, start, end)
    if person is not None:
        return Speaker(surface, person=person)
    office = office_of_nobody(story, *surface)
    organization = official_body(story, start, end) or (office.organization if office else None)
    return Speaker(surface, organization=organization, office=office)


def _same_subject(story: Story, start: int, end: int) -> int | None:
    """A title that several people hold ("the minister") goes on with the subject so far, if that one holds it."""
    person = _subject_so_far(story, start, None)
    words = set(re.findall(r"[a-z]+", story.body[start:end].lower()))
    if person is None or not TITLE_HEAD.search(story.body, start, end) or country_in(story, start, end):
        return None
    if RANK_ALONE.fullmatch(story.body, start, end):
        return person
    titles = [office.title.lower() for office in story.dossier.offices if office.person == person]
    return person if any(head in title for head in words & _SHARED_TITLES for title in titles) else None
