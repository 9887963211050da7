"""What the verb of a sentence says of an office: held, got or lost; and who its subject is."""

import re
from typing import Final

from dateline.extract.russian.reading import Found, Reading
from dateline.lexicon.russian import office_words
from dateline.records import OfficeStatus

_MAX_GAP: Final = 8
_PREDICATE_GAP: Final = 16  # "был командующим войсками округа, а в 2015-2017 годах - военным атташе"
_SPAN_OF_YEARS = re.compile(r"\bс (?:19|20)\d\d по (?:19|20)\d\d\b")


def verb_status(reading: Reading, index: int) -> OfficeStatus | None:
    """What the verb before a title says: held, got or lost it."""
    words = office_words()["status"]
    inside = reading.sentence_words(index)
    cases = reading.words[index].cases("sing")
    gap = _PREDICATE_GAP if "ablt" in cases and "nomn" not in cases else _MAX_GAP
    for at in range(index - 1, max(inside.start, index - gap) - 1, -1):
        keys = reading.keys(at)
        if reading.words[at].has_pos("PRTS") and not keys & {*words["dismiss_verbs"], *words["appoint_verbs"]}:
            return None  # "был принят президентом": by whom, not as what
        if reading.words[at].kind == "word" and keys & {*words["dismiss_verbs"]}:
            return "former"
        if keys & {*words["appoint_verbs"]}:
            return "former" if _is_earlier(reading, inside) else "current"
        if keys & {*words["held_verbs"]}:
            tenses = {form.tense for form in reading.words[at].forms if form.pos in ("VERB", "PRTF", "GRND")}
            is_present = "pres" in tenses and not _is_earlier(reading, inside)
            if "исполнять" in keys:
                return "acting" if is_present else "former"
            return "current" if is_present else "former"
    return None


def _is_earlier(reading: Reading, inside: range) -> bool:
    words = office_words()["status"]["former_words"]
    text = reading.surface(inside.start, inside.stop).lower() if inside else ""
    return any(word in text for word in words) or bool(_SPAN_OF_YEARS.search(text))


def subject(reading: Reading, index: int) -> Found | None:
    """The person whom the sentence is about: the last before the word, else the last of the sentence before."""
    inside = reading.sentence_words(index)
    own = [found for found in reading.people if found.first in inside and found.first < index]
    if own:
        return own[-1]
    pronoun = any(reading.at(at) in ("он", "она", "его", "ее") for at in inside if at < index)
    earlier = [found for found in reading.people if found.first < inside.start]
    return earlier[-1] if earlier and (pronoun or _is_subjectless(reading, inside, index)) else None


def _is_subjectless(reading: Reading, inside: range, index: int) -> bool:
    """'С 2014 по 2017 год был послом': a verb in the past singular and nobody who could be its subject."""
    before = [reading.words[at] for at in range(inside.start, index)]
    others = any("anim" in form.marks and form.case == "nomn" for word in before for form in word.forms[:1])
    verbs = {form.number for word in before for form in word.forms[:1] if form.pos in ("VERB", "PRTS")}
    return not others and verbs == {"sing"}
