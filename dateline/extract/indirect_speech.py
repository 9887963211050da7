"""Reported clauses: what somebody said, without quotation marks."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from dateline.extract.attribution import Cue, Unit, find_cues, speaker_of
from dateline.extract.dossier import Span
from dateline.extract.speaking_bodies import Speaker
from dateline.extract.story import ORGANIZATION, QUOTED, Story

_THAT = re.compile(r"\s*,?\s*that(?!\w)\s*,?\s*", re.IGNORECASE)
_ADDRESSED_THAT = re.compile(
    r"\s+(?!the\s+need|the\s+importance)(?:[^\s,;:.]+\s+){0,8}?[^\s,;:.]+(?:,[^,;:.]{1,90},)?\s+that(?!\w)\s*",
    re.IGNORECASE,
)
_ADVERBIAL_THAT = re.compile(
    r"\s*,?\s*(?:(?:on\s+(?:\w+day|\d|the\s+sidelines|\w+\s+\d)|at|in(?!\s+favou?r)|during|after|to\s+(?:reporters"
    r"|journalists|the|\w*\s*media|[\ue000\ue001])|before|following)"
    r"(?:\s+[^\s,;:.]+){0,12}?\s+|(?:\w+ly|also|today|yesterday|earlier|further|here|again|separately)\s+|"
    r"\w+day\s+)that(?!\w)\s*",
    re.IGNORECASE,
)
_BARE_ADDRESSEE = re.compile(
    r"\s+(?:reporters|journalists|the\s+(?:session|meeting|participants|guests|audience|conference|agency|media"
    r"|newspaper|press)|[\ue000\ue001]+)\s+(?=[\w\ue000-\ue002])",
    re.IGNORECASE,
)
_COLON = re.compile(rf"\s*:\s+(?=[^\s{QUOTED}])")
_NOT_A_CLAUSE = re.compile(
    r"\s*(?:[.,;:)!?\ue003]|$|(?:on|at|in|to|of|by|for|from|during|after|before|about|with|as|and|or|but|while|when"
    r"|following|earlier|later|yesterday|today|"
    r"tomorrow|separately|how|what|why|whether|who|which)(?!\w)|\w+day(?!\w))",
    re.IGNORECASE,
)
_FINITE = re.compile(
    r"(?<!\w)(?:is|are|was|were|has|have|had|will|would|can|could|should|may|might|must|shall|does|do|did|cannot"
    r"|can't|won't|isn't|aren't|wasn't|"
    r"(?<!the\s)(?<!a\s)need|want|wants|remain|remains|intends|continues|became|becomes|began|took|made|came|went|got|gave|attaches"
    r"|makes|takes|allows|seeks|expects)(?!\w)"
)
_PARENTHESIS = re.compile(r"^\s*(?:since|under|despite|given)\s[^,;:.]{3,80},|,\s(?:as|including|like)\s[^,;:.]{3,90},")
_LOOSELY_FINITE = re.compile(
    rf"{_FINITE.pattern}|(?<!\w)(?:[a-z]{{3,}}ed|supports|plays|helps|stands|hopes|plans)(?!\w)"
)
_FREE_LEMMAS: Final = frozenset({"say", "tell", "think", "believe"})
_REPORTS = re.compile(
    r",\s+[\w.\ue000\ue001]+(?:\s[\w.\ue001]+){0,3}?\s(?:has|was|had)?\s?$|,\s+[\w.\ue000\ue001]+(?:\s[\w.\ue001]+){0,3}?\s(?:reported|informed|announced|noted|stated)$"
)
"""Before a verb that is the agency's, not the clause's."""
_CREDIT = re.compile(
    rf",\s+(?P<who>{ORGANIZATION})+\s+(?:has\s+|have\s+)?(?:reports?|reported|learn(?:ed|t)|informs|informed|writes|cites?|quotes|says)"
    r"(?!\s+(?:from|citing|with\s+reference|referring|quoting|in\s+the)\s)(?:\s[^,.;]{1,60})?\.?\s*$"
)
_SUBORDINATE = re.compile(r"(?<!\w)(?:that|which|who|where|when|if)(?!\w)", re.IGNORECASE)
_START = re.compile(r"[\s,–—-]+")
_END = re.compile(r"[\s.!?…;:,–—-]+$")
_BREAKS = re.compile(r",\s+(?:and|but|while|as\s+well\s+as)\s|\s+(?:and|but|while)\s|[,;]\s|\s[-–—]\s", re.IGNORECASE)
_TAIL: Final = re.compile(
    r"\s*(?:(?:reporters|journalists|those\s+present|(?:the|his|her|their)\s+(?:agency|media|newspaper|(?:[\w-]+\s+)?colleagues?"
    r"|(?:[\w-]+\s+)?counterparts?|participants|audience|guests|session|meeting)|[\ue000\ue001]+)(?!\w)[^,;]*|,?\s*(?:on|at|in"
    r"|during|after|to|with|before|following|by|for|when|while|as|here|today|yesterday|earlier|speaking|commenting"
    r"|answering|\w+day|late|this)(?!\w).*|,\s*\w+ing(?!\w).*|[.!…]*)$",
    re.IGNORECASE | re.DOTALL,
)
_BESIDE_ANOTHER = re.compile(r"and\s", re.IGNORECASE)
_NO_CLAUSE_LEAD = re.compile(
    r"\s*(?:in|at|on|during|after|before|for|with|besides|apart|according|following|having|being|summing|speaking|opening"
    r"|answering|commenting|assessing|touching|turning|addressing|thanking|greeting|welcoming)(?!\w)",
    re.IGNORECASE,
)
_BEFORE_THAT = re.compile(r"(?:before|after|besides|despite|in\s+addition\s+to)\s+(?:that|this)", re.IGNORECASE)
_SHORT_LEAD = re.compile(
    r"\s*(?:to|for|in|on|at|from|with|therefore|thus|so|besides|moreover|now"
    r"|today)(?!\w)(?:\s+[\w’'-]+){0,6}\s*,?\s*$",
    re.IGNORECASE,
)
_BEFORE_WORDS = re.compile(rf":\s*{QUOTED}")
_MIN_WORDS: Final = 4


@dataclass(frozen=True, slots=True)
class Reported:
    """A reported clause."""

    span: Span
    lemma: str
    speaker: Speaker


def find_reported(story: Story, text: str, sentences: Sequence[Unit]) -> Iterator[Reported]:
    """Yield the reported clauses of a story whose speaker is one identifiable person or body.

    Args:
        story: The story.
        text: The masked body, quotations that count as direct speech masked too.
        sentences: The units to look at.
    """
    for whole in sentences:
        unit = _without_credit(story, whole)
        cues = find_cues(text, unit.start, unit.end)
        taken: list[Span] = []
        for cue in cues:
            clause = _clause(story, text, cue, unit, cues)
            if clause is None or any(a < clause[1] and clause[0] < b for a, b in taken):
                continue
            speaker = speaker_of(story, text, cue, unit, cues)
            span = _tidy(text, clause)
            if speaker is None or not speaker.is_known or span is None:
                continue
            taken.append(clause)
            yield Reported(span, cue.lemma, speaker)


def _without_credit(story: Story, unit: Unit) -> Unit:
    """Leave out ", BelTA has learned": the agency's own credit at the end of a sentence."""
    credit = _CREDIT.search(story.masked, unit.start, unit.end)
    named = next(story.covering(credit.start("who"), "organization"), None) if credit else None
    is_media = named is not None and story.dossier.organizations[str(named.key)].kind == "media"
    return Unit(unit.start, credit.start()) if credit and is_media else unit


def _tidy(text: str, clause: Span) -> Span | None:
    """Trim a clause; one that holds direct speech, or is hardly a clause, is none."""
    start, end = clause
    lead = _START.match(text, start, end)
    start = lead.end() if lead else start
    end = start + len(_END.sub("", text[start:end]))
    if QUOTED in text[start:end] or len(text[start:end].split()) < _MIN_WORDS:
        return None
    return start, end


def _clause(story: Story, text: str, cue: Cue, unit: Unit, cues: Sequence[Cue]) -> Span | None:
    if cue.shape == "according":
        return _according_clause(text, cue, unit)
    opening = _opening_after(text, cue, unit)
    if opening is not None:
        return opening, _closing(story, text, opening, unit, cues)
    if cue.shape == "finite" and cue.verb.takes_that:
        return _clause_around(story, text, cue, unit, cues)
    return None


def _opening_after(text: str, cue: Cue, unit: Unit) -> int | None:
    """Where the clause after the verb begins: after "that", or at once where the verb allows it."""
    if cue.has_that:
        return cue.end
    if not cue.verb.takes_that:
        return None
    colon = _COLON.match(text, cue.end, unit.end) if cue.shape == "finite" else None
    if colon:
        return colon.end()
    patterns = (_THAT, _ADVERBIAL_THAT, _ADDRESSED_THAT) if cue.verb.takes_addressee else (_THAT, _ADVERBIAL_THAT)
    for pattern in patterns:
        match = pattern.match(text, cue.end, unit.end)
        if (
            match
            and QUOTED not in match.group()
            and not any(cue.end <= other.start < match.end() for other in find_cues(text, cue.end, match.end()))
        ):
            return match.end()
    return _bare_opening(text, cue, unit) if cue.verb.takes_bare else None


def _bare_opening(text: str, cue: Cue, unit: Unit) -> int | None:
    start = cue.end
    addressee = _BARE_ADDRESSEE.match(text, start, unit.end) if cue.verb.takes_addressee else None
    if addressee:
        start = addressee.end()
    elif cue.verb.takes_addressee:
        return None
    if _NOT_A_CLAUSE.match(text, start, unit.end) or cue.shape == "participle":
        return None
    stop = _SUBORDINATE.search(text, start, unit.end)
    pattern = _LOOSELY_FINITE if cue.lemma in _FREE_LEMMAS else _FINITE
    finite = pattern.search(text, start, stop.start() if stop else unit.end)
    if finite and _REPORTS.search(text, start, finite.end()):
        return None
    if not finite or re.search(r"[,;\ue003]", _PARENTHESIS.sub("", text[start : finite.start()])):
        return None
    if re.match(r"\s*[\ue000\ue001]+\s*(?:[.,]|on\s)", text[start : unit.end]):
        return None
    return start


def _closing(story: Story, text: str, opening: int, unit: Unit, cues: Sequence[Cue]) -> int:
    """Where a clause ends: before the next words of saying and what belongs to them, else with the sentence."""
    for other in cues:
        if other.start < opening:
            continue
        if other.shape == "participle" and _opening_after(text, other, unit) is not None:
            return _last_break(text, opening, other.start) or unit.end
        if other.shape == "finite" and (
            _opening_after(text, other, unit) is not None or _is_trailing(text, other, unit)
        ):
            speaker = speaker_of(story, text, other, unit, cues)
            if speaker is not None:
                end = min(other.start, speaker.surface[0]) if speaker.surface[0] >= opening else other.start
                return _last_break(text, opening, end + 1) or unit.end
    quoted = text.find(QUOTED, opening, unit.end)
    if quoted >= 0:
        return unit.end  # a clause that holds direct speech is represented by it
    return unit.end


def _last_break(text: str, start: int, end: int) -> int | None:
    breaks = list(_BREAKS.finditer(text, start, end))
    return breaks[-1].start() if breaks else None


def _is_trailing(text: str, cue: Cue, unit: Unit) -> bool:
    return bool(_TAIL.match(text, cue.end, unit.end))


def _clause_around(story: Story, text: str, cue: Cue, unit: Unit, cues: Sequence[Cue]) -> Span | None:
    """The clause before ", X said", around ", X says," or after "As X said,"."""
    speaker = speaker_of(story, text, cue, unit, cues)
    if speaker is None or not speaker.is_known:
        return None
    begin = min(cue.start, speaker.surface[0])
    begin = _phrase_start(text, unit.start, begin)
    lead = text[unit.start : begin]
    end = max(cue.end, speaker.surface[1])
    if re.fullmatch(r"\s*as\s+(?:the\s+|has\s+|have\s+)*", lead, re.IGNORECASE):
        comma = text.find(",", end, unit.end)
        return (comma + 1, unit.end) if comma >= 0 else None
    if not re.search(r"[,–—-]\s*$", lead) or _BESIDE_ANOTHER.match(text, begin):
        return None
    if (
        re.match(r"\s*,\s*(?!\w+ing\b)", text[end : unit.end])
        and text[end : unit.end].strip(" ,.")
        and not _is_trailing(text, cue, unit)
    ):
        return (end, unit.end) if _SHORT_LEAD.fullmatch(lead) else (unit.start, unit.end)
    ends_here = _TAIL.match(text, end, unit.end) or _is_trailing(text, cue, unit)
    is_clause = not _NO_CLAUSE_LEAD.match(lead) or _FINITE.search(lead)
    opened = any(other.end < begin and _opening_after(text, other, unit) is not None for other in cues)
    return (unit.start, begin) if ends_here and is_clause and not opened else None


def _phrase_start(text: str, start: int, position: int) -> int:
    """Go back from a name to the comma before its title."""
    breaks = [match.end() for match in re.finditer(r",\s+|\s[-–—]\s+|[\ue003]+[,\s–—-]*", text[start:position])]
    if breaks:
        return start + breaks[-1]
    return position


def _according_clause(text: str, cue: Cue, unit: Unit) -> Span | None:
    if _BEFORE_WORDS.search(text, cue.end, unit.end):
        return None
    stop = re.compile(r"[,;]|\.\s|\.$").search(text, cue.end, unit.end)
    lead = text[unit.start : cue.start].strip(" ,–—-\n")
    rest_start = stop.end() if stop and stop.group() == "," else None
    rest = text[rest_start : unit.end].strip(" .") if rest_start else ""
    if (
        not lead
        or (rest and _BEFORE_THAT.fullmatch(lead))
        or re.fullmatch(r"(?:and|but|however|thus|so|also|at the same time|meanwhile|besides)", lead, re.IGNORECASE)
    ):
        return (rest_start, unit.end) if rest_start and rest else None
    if cue.lemma == "cite":
        lead_end = re.search(r",[^,]*$", text[unit.start : cue.start].rstrip(" ,"))
        return (unit.start, unit.start + lead_end.start()) if lead_end else None
    if rest and rest_start:
        return unit.start, unit.end
    return unit.start, cue.start
