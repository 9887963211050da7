"""Documents that a story names: agreements, plans, statements, with what became of them."""

import calendar
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from spacy.language import Language
from spacy.tokens import Doc

from dateline.extract.dossier import InstrumentDraft, Span
from dateline.extract.instrument_identity import folded
from dateline.extract.quick_patterns import quick
from dateline.extract.story import ORGANIZATION, PLACE, Story, story_of
from dateline.lexicon.cues import alternatives
from dateline.lexicon.instruments import load_instrument_words
from dateline.records import InstrumentKind, InstrumentStatus

_WORDS: Final = load_instrument_words()
_KIND: Final[dict[str, InstrumentKind]] = {noun: kind for kind, nouns in _WORDS.nouns.items() for noun in nouns}
_HEAD = quick(rf"(?<![\w-])(?:{alternatives(_KIND)})(?![\w-])", re.IGNORECASE)
_NEVER = re.compile(rf"(?<!\w)(?:{alternatives(_WORDS.never)})(?!\w)", re.IGNORECASE)
_STATUS: Final = {
    status: re.compile(rf"(?<!\w)(?:{alternatives(words)})(?!\w)", re.IGNORECASE)
    for status, words in _WORDS.status.items()
}
_DRAFT_OF = re.compile(r"(?<!\w)(?:drafts?)\s+(?:of\s+)?(?:(?:the|a|an)\s+)?$", re.IGNORECASE)
_OF_A_DRAFT = re.compile(r"\s+(?:of|on)\s+(?:(?:the|a)\s+)?drafts?(?!\w)", re.IGNORECASE)
_DRAFTED_LATER = re.compile(r",?\s*(?:a|the|whose)\s+draft\s+of\s+which|,?\s*whose\s+draft", re.IGNORECASE)
_NO_MODIFIER: Final = (
    r"the|a|an|this|that|these|those|its|his|her|their|our|such|any|some|each|every|no|of|on|in|at|to|for|with|by"
    r"|from|under|as|and|or|into|over|about|within|"
    r"signed|sign|signs|signing|adopted|adopt|approved|approve|approves|prepare|prepared|preparing|draft|drafts"
    r"|drafting|new|special|first|second|following|was|were|is|are|be|been|"
    r"will|would|has|have|had|agreed|discussed|considered|concluded|implementing|implement|implementation|conclude"
    r"|reached|against|through|not|also|said|including|ready|"
    r"two|three|four|five|several|both|other|another|same|respective|relevant|presented|proposed|suggested|developed"
    r"|exchanged|ratified|handed|endorsed|completed|complete|accept|accepted|"
    r"after|before|during|between|among|then|there|it|he|she|they|we|in-principle|signatures?|text"
)
_MODIFIERS = re.compile(rf"(?<![\w'’-])(?:(?!(?:{_NO_MODIFIER})(?!\w))[\w'’&-]+\s+){{0,4}}$", re.IGNORECASE)
_LINK = re.compile(
    r"\s+(?:of|on|for|among|between|to|in\s+the\s+(?:field|sphere|area)\s+of|against|with|in\s+combating|concerning"
    r"|regarding|about|under)\s+(?!\w+ing\s+the\s+(?:sides|parties))",
    re.IGNORECASE,
)
_WITH_PARTNER = re.compile(
    rf"(?<!operation)(?<!partnership)(?<!interaction)(?<!ties)(?<!relations)\s+with\s+(?:the\s+)?{ORGANIZATION}"
)
_STOP_WORDS: Final = (
    r"[,.;:()\"“”«»\n]|\s[-–—]\s|(?<!\w)(?:which|that|who|whose|will|would|was|were|is|are|be|been|has|have|had|can"
    r"|could|should|may|might|must|during|before|after|at|while|when|where|as|from|by|until|today|yesterday|"
    r"signed|adopted|approved|reached|prepared|drafted|drawn|concluded|said|noted|including|remains?|entered|enters"
    r"|expires?|provides?|stipulates?|contains?|consists?|came|come|comes|took|takes|entered|envisaged|aimed"
    r"|designed|proposed|here|"
    r"on\s+\w+day|in\s+(?:19|20)\d\d{})(?!\w)"
)
_STOP = re.compile(_STOP_WORDS.replace("{}", r"|in\s+[A-Z\ue002]\w*"))
_STOP_OF_TITLE = re.compile(_STOP_WORDS.replace("{}", rf"|in\s+(?:{'|'.join(calendar.month_name[1:])}|{PLACE}+)"))
_AND_DOCUMENT = re.compile(
    rf"\s+(?:and|as\s+well\s+as)\s+(?:(?:the|a|an)\s+)?(?:[\w'’-]+\s+){{0,4}}?(?:{alternatives(_KIND)})(?![\w-])"
    rf"|\s+(?:and)\s+(?:\w+ed|agreed|made|held|took|discussed|exchanged)(?!\w)",
    re.IGNORECASE,
)
_LIST_COMMA = re.compile(r",\s")
_PAST_SIGNING = re.compile(
    r"\s*,?\s*(?:which\s+was\s+|that\s+was\s+|previously\s+|earlier\s+)?(?:signed|adopted|approved"
    r"|concluded)\s+(?:by\s+[^,.;]{2,60}\s+)?(?:in|on|earlier|previously|last)\s",
    re.IGNORECASE,
)
_INFINITIVE_SIGNING = re.compile(
    r"(?<!\w)(?:to|will|would|shall|should|may|expected\s+to|going\s+to|ready\s+to|plans?\s+to|agreed\s+to"
    r"|intends?\s+to|about\s+to)\s+(?:be\s+)?(?:also\s+)?(?:sign(?:ed)?|adopt(?:ed)?|approved?|conclude[d]?"
    r"|submitted|endorsed?|initial(?:led)?)(?!\w)",
    re.IGNORECASE,
)
_YEARS_ONLY = re.compile(r"\s*(?:of|for)\s+(?:the\s+)?(?:19|20)\d\d\s*$")
_INDEFINITE = re.compile(r"(?<!\w)an?\s+$")
_DETERMINED = re.compile(r"(?<!\w)(?:not\s+a|no)\s+$", re.IGNORECASE)
_LISTED = re.compile(
    r"(?:,|\s+and|\s+as\s+well\s+as)\s(?![^;:]*(?<!\w)(?:was|is|which|who|said)(?!\w))[^;:]*?\s(?:were|are|have\s+been"
    r"|had\s+been|will\s+be)\s+(?:\w+ly\s+|also\s+)?",
    re.IGNORECASE,
)
_LIST_REACH: Final = 140


@dataclass(frozen=True, slots=True)
class _Phrase:
    span: Span
    head: Span
    kind: InstrumentKind
    is_nested: bool


def find_instruments(story: Story) -> list[InstrumentDraft]:
    """Return the documents named or singled out in the body, each once, in order of the text."""
    found: dict[str, InstrumentDraft] = {}
    for sentence in story.sentences:
        for phrase in _phrases(story, sentence):
            name = re.sub(r"\s+", " ", story.body[slice(*phrase.span)])
            status = _status(story, phrase, sentence)
            if not _counts(story, phrase, status):
                continue
            known = found.get(_folded(name))
            if known is None:
                found[_folded(name)] = InstrumentDraft(
                    name, phrase.kind, status, [phrase.span], _organization(story, phrase), _event(story, status)
                )
            else:
                known.spans.append(phrase.span)
                known.status = _stronger(known.status, status)
    return list(found.values())


def _folded(name: str) -> str:
    return folded(name).replace("é", "e")


def _stronger(old: InstrumentStatus, new: InstrumentStatus) -> InstrumentStatus:
    return new if old == "mentioned" else old


def _phrases(story: Story, sentence: Span) -> Iterator[_Phrase]:
    taken: list[Span] = []
    for match in _HEAD.finditer(story.body, *sentence):
        nested = any(start <= match.start() and match.end() <= end for start, end in taken)
        span = _extent(story, match, sentence, nested)
        if _NEVER.search(story.body, max(sentence[0], match.start() - 24), min(sentence[1], match.end() + 10)) and (
            story.body[match.start()].islower()
        ):
            continue
        if nested and (match.start() == span[0] and not _LINK.match(story.body, match.end())):
            continue
        if nested and any(start == span[0] for start, _ in taken):
            continue
        if _OF_A_DRAFT.match(story.body, match.end()) or _is_inside_body(story, match.span()):
            continue
        taken.append(span)
        yield _Phrase(span, match.span(), _KIND[match.group().lower()], nested)


def _is_inside_body(story: Story, head: Span) -> bool:
    """Whether the word is part of a body's name ("Organization of the Treaty on …")."""
    return any(head[1] <= named.end for named in story.covering(head[0], "organization"))


def _extent(story: Story, match: re.Match[str], sentence: Span, nested: bool) -> Span:
    body = story.body
    modifiers = _MODIFIERS.search(body, sentence[0], match.start())
    start = modifiers.start() if modifiers and not nested else match.start()
    end = match.end()
    link = _LINK.match(body, end)
    if link:
        stop = _STOP_OF_TITLE if body[match.start()].isupper() else _STOP
        stops = [
            found.start()
            for found in (
                stop.search(body if stop is _STOP else story.masked, link.end(), sentence[1]),
                _AND_DOCUMENT.search(body, end, sentence[1]),
                _WITH_PARTNER.search(story.masked, link.end(), sentence[1]),
            )
            if found
        ]
        end = min([*stops, sentence[1]])
    return start, start + len(body[start:end].rstrip(" .,;:"))


def _counts(story: Story, phrase: _Phrase, status: InstrumentStatus) -> bool:
    """Whether the phrase singles a document out: it has a name, or the clause says what became of it."""
    body = story.body
    head = body[slice(*phrase.head)]
    before = body[phrase.span[0] : phrase.head[0]].strip()
    after = body[phrase.head[1] : phrase.span[1]]
    if _DETERMINED.search(body[max(0, phrase.span[0] - 8) : phrase.span[0]]):
        return False
    is_one = head.lower() in _WORDS.singular or head.lower().startswith("exchange")
    if (head.endswith("s") and not is_one) or (head.lower() in _WORDS.routine and status == "mentioned"):
        return False
    if status in ("signed", "adopted") and _INDEFINITE.search(body[max(0, phrase.span[0] - 6) : phrase.span[0]]):
        return True
    named = bool(after) and not _YEARS_ONLY.fullmatch(after)
    titled = head[0].isupper() and all(word[0].isupper() for word in before.split())
    if titled and (before or head.lower() not in _WORDS.weak) and phrase.span[0] > 0:
        return True
    if head.lower() in _WORDS.weak:
        return (
            (named and (status != "mentioned" or _has_topic(after) or head[0].isupper()))
            or (bool(before) and status != "mentioned")
            or (bool(before) and phrase.kind in ("agreement", "minutes"))
        )
    return named or bool(before) or status != "mentioned"


def _has_topic(after: str) -> bool:
    return bool(
        re.match(
            r"\s+(?:on|about|concerning|regarding|among|between|for|of\s+(?:cooperation|measures|action|joint|collective))",
            after,
            re.IGNORECASE,
        )
    )


def _status(story: Story, phrase: _Phrase, sentence: Span) -> InstrumentStatus:
    body = story.body
    if phrase.is_nested:
        return "mentioned"
    before = body[sentence[0] : phrase.span[0]]
    after = body[phrase.span[1] : sentence[1]]
    if _DRAFT_OF.search(before) or _DRAFTED_LATER.match(after) or body[phrase.span[0] :].lower().startswith("draft"):
        return "draft"
    if _PAST_SIGNING.match(after):
        return "mentioned"
    if _INFINITIVE_SIGNING.search(before[-90:]) or _INFINITIVE_SIGNING.search(after[:80]):
        return "draft"
    return _nearest_status(before, after)


def _nearest_status(before: str, after: str) -> InstrumentStatus:
    ranked: list[tuple[int, InstrumentStatus]] = []
    for status, pattern in _STATUS.items():
        ranked += [(len(before) - match.end(), status) for match in pattern.finditer(before)]
        following = pattern.search(after[:60])
        if following and re.match(
            r"\s*(?:,[^,]*,)?\s*(?:[-–—]\s*)?(?:was|were|has\s+been|have\s+been|is|are|been|would\s+be"
            r"|had\s+been)?\s*(?:also\s+)?(?:jointly\s+)?(?:in\s+(?:an?|the)\s+)?$",
            after[: following.start()],
            re.IGNORECASE,
        ):
            ranked.append((0, status))
        shared = pattern.search(after[:_LIST_REACH])
        if shared and _LISTED.fullmatch(after[: shared.start()]):
            ranked.append((0, status))
    near = [(distance, status) for distance, status in ranked if distance < 160]
    return min(near, default=(0, "mentioned"))[1]


def _organization(story: Story, phrase: _Phrase) -> str | None:
    inside = story.within(*phrase.span, "organization")
    joint = [
        str(named.key)
        for named in inside
        if story.dossier.organizations[str(named.key)].kind in ("intergovernmental", "organ")
    ]
    return joint[0] if joint else None


def _event(story: Story, status: InstrumentStatus) -> int | None:
    """What was signed or adopted, was so at the event that the story is about."""
    if status not in ("signed", "adopted"):
        return None
    return next(
        (number for number, event in enumerate(story.dossier.events) if event.is_main and not event.is_planned), None
    )


@Language.factory("instruments")
class InstrumentFinder:
    """Adds the documents named in the body to the dossier."""

    def __init__(self, nlp: Language, name: str) -> None:
        self.name = name

    def __call__(self, doc: Doc) -> Doc:
        """Read the dossier's names and events, write its instruments."""
        story = story_of(doc)
        doc._.dossier.instruments = find_instruments(story)
        return doc
