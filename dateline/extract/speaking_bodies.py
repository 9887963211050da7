"""Bodies that speak: press services, ministries in their own name, officials without one."""

import re
from dataclasses import dataclass

from dateline.extract import coreference
from dateline.extract.dossier import OfficeDraft, Span
from dateline.extract.story import ORGANIZATION, Named, Story

PRESS = re.compile(
    r"(?:press\s+(?:service|office|bureau|center|centre|secretariat)|information\s+(?:department|office|service)"
    r"|press-service)",
    re.IGNORECASE,
)
_BODY = re.compile(
    r"(?<!\w)(?:the|its|his)\s+((?:[\w'’-]+\s+){0,3}?)(ministry|council|secretariat|organi[sz]ation|agency"
    r"|department|service|committee|bloc|alliance|"
    r"command|staff|union|office|government|administration|embassy)(?:['’]s)?(?!\w)",
    re.IGNORECASE,
)
_OFFICIAL = re.compile(
    r"(?<!\w)(?P<noun>ministry|council|secretariat|organi[sz]ation|agency|department|committee"
    r"|embassy)(?:['’]s)?\s+(?:press\s+)?(?:spokes\w+|official|representative|secretary)"
    r"|(?:spokes\w+|official|representative)\s+(?:for|of|at)\s+the\s+(?P<house>\w+)",
    re.IGNORECASE,
)

_BODY_SPOKE = re.compile(
    rf"[{ORGANIZATION}](?=(?:['’]s\s+press\s+\w+)?\s+(?:also\s+)?(?:said|says|informed|reported|stated|noted)(?!\w))"
)
_ARTICLE = re.compile(r"\s*(?:(?:the|an?)\s+)?", re.IGNORECASE)
_ACRONYM = re.compile(r"\s*(?:[Tt]he\s+)?(?P<title>[A-Z]{3,6})(?!\w)")


@dataclass(frozen=True, slots=True)
class Speaker:
    """A speaker as printed at `surface`; all else is empty where the dossier does not tell who that is."""

    surface: Span
    person: int | None = None
    organization: str | None = None
    office: OfficeDraft | None = None

    @property
    def is_known(self) -> bool:
        """Whether a person, body or office is identified."""
        return self.person is not None or self.organization is not None or self.office is not None


def press_service_in(story: Story, start: int, end: int) -> Speaker | None:
    """A press service speaks for its body; alone, for the body whose press service was named before."""
    text = story.narration[start:end]
    press = PRESS.search(text)
    if not press:
        return None
    surface = (start, start + len(text.rstrip(" ,")))
    bodies = story.within(start, end, "organization")
    if bodies:
        return Speaker(surface, organization=str(bodies[-1].key))
    generic = next((body for body in _BODY.finditer(text) if not _overlap(body, press)), None) or _BODY.search(
        text, press.end()
    )
    if generic:
        return Speaker(surface, organization=last_body(story, generic.group(2), start))
    return Speaker(surface, organization=_press_body_before(story, start))


def _overlap(left: re.Match[str], right: re.Match[str]) -> bool:
    return left.start() < right.end() and right.start() < left.end()


def _press_body_before(story: Story, position: int) -> str | None:
    for press in reversed(list(PRESS.finditer(story.body, 0, position))):
        near = story.within(max(0, press.start() - 50), min(position, press.end() + 80), "organization")
        beside = [named for named in near if named.end + 3 >= press.start() and named.start <= press.end() + 9]
        if beside:
            return str(beside[0].key)
    return last_body(story, "ministry", position)


def body_in(story: Story, start: int, end: int, *, at_end: bool = False) -> Speaker | None:
    """A body that speaks in its own name; the credit of the story's own agency is none."""
    text = story.narration[start:end].rstrip()
    bodies = story.within(start, end, "organization")
    if bodies and not at_end and _ARTICLE.sub("", text).startswith(ORGANIZATION):
        return _body_speaker(story, bodies[0])
    if bodies and at_end and text.endswith(ORGANIZATION):
        return _body_speaker(story, bodies[-1])
    generic = _BODY.search(text) if at_end else _BODY.match(text.lstrip())
    if generic and (not at_end or generic.end() == len(text)):
        organization = last_body(story, generic.group(2), start)
        return Speaker((start, end), organization=organization) if organization else None
    return None


def _body_speaker(story: Story, named: Named) -> Speaker | None:
    name = str(named.key)
    document = story.dossier.document
    named_by = {credit.casefold() for credit in (document.agency, document.outlet) if credit}
    surface = story.body[named.start : named.end].casefold()
    if story.dossier.organizations[name].kind == "media" or named_by & {name.casefold(), surface}:
        return None
    return Speaker((named.start, named.end), organization=name)


def last_body(story: Story, noun: str, position: int) -> str | None:
    """The body named last before a generic noun, when its name or kind carries that noun."""
    stem = re.sub(r"i[sz]ation", "i.ation", noun.lower())
    for named in story.named_before(position, "organization"):
        if re.search(rf"\b{stem}", str(named.key), re.IGNORECASE):
            return str(named.key)
    return None


def official_body(story: Story, start: int, end: int) -> str | None:
    """Unnamed officials speak for the body that their title names ("a ministry spokesperson")."""
    bodies = story.within(start, end, "organization")
    if bodies:
        return str(bodies[0].key)
    noun = _OFFICIAL.search(story.body, start, end)
    return last_body(story, noun.group("noun") or noun.group("house"), start) if noun else None


def office_of_nobody(story: Story, start: int, end: int) -> OfficeDraft | None:
    """Return the office that a title alone names, where the story does not tell who holds it."""
    for office in story.dossier.offices:
        is_fixed = office.country_code is not None or office.organization is not None
        if office.person is None and is_fixed and start <= office.span[0] and office.span[1] <= end:
            return office
    return None


def holder_of_acronym(story: Story, start: int, end: int) -> Speaker | None:
    """Read "the COAS": a title that is printed as an acronym, where the story tells who holds it."""
    acronym = _ACRONYM.match(story.body, start, end)
    office = office_of_nobody(story, *acronym.span("title")) if acronym else None
    if acronym is None or office is None:
        return None
    person = coreference.person_for_title(story.dossier, office.title, office.country_code, start)
    return Speaker(acronym.span("title"), person=person) if person is not None else None


def same_body(story: Story, start: int, end: int) -> Speaker | None:
    """Read "It said …" after a sentence in which a body spoke."""
    for sentence in story.sentences_before(start, 1):
        spoke = list(_BODY_SPOKE.finditer(story.masked, *sentence))
        body = next(story.covering(spoke[-1].start(), "organization"), None) if spoke else None
        if body is not None:
            return body_in(story, body.start, body.end) and Speaker((start, end), organization=str(body.key))
    return None
