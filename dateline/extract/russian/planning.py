"""Whether an event lies ahead of the story, by the verbs and markers beside it."""

from typing import Final

from dateline.extract.russian.reading import Reading
from dateline.extract.russian.speakers import reporting_verb
from dateline.lexicon.russian import russian_words

_TO_WHICH: Final = 7
_CONCLUDED: Final = frozenset(["итогам", "результатам", "ходе", "завершении", "окончании", "после"])
_MODAL: Final = frozenset(["мочь", "должный", "должен"])


def is_planned(reading: Reading, index: int, zone: range) -> bool:
    """Future verbs and words such as "предстоящий" near the trigger, no past verb being nearer."""
    markers = frozenset(russian_words()["planned"]["markers"])
    near = sorted((at for at in zone if at != index), key=lambda at: abs(at - index))
    if (told := _is_told_ahead(reading, index, zone)) is not None:
        return told
    for at in near:
        word = reading.words[at]
        if word.kind != "word":
            continue
        if reporting_verb(reading, at):
            continue
        verbs = [form for form in word.forms if form.pos in ("VERB", "INFN", "PRTS") and form.is_known][:1]
        if verbs and verbs[0].pos == "PRTS" and reading.at(at - 1) == "быть":
            continue  # what "может" before it says
        is_modal = bool(word.keys & _MODAL) and word.has_pos("VERB", "ADJS")  # "может быть подписан в ходе визита"
        if is_modal or word.keys & markers or (verbs and verbs[0].tense == "futr"):
            return True
        if verbs and verbs[0].tense in ("past", "pres"):
            return False
    return False


def _is_concluded(reading: Reading, index: int, zone: range) -> bool:
    """'Сообщил по итогам переговоров': over when words were said behind it, whatever those say is planned."""
    if reading.at(index - 1) not in _CONCLUDED:
        return False
    said = [at for at in zone if reading.words[at].kind == "word" and reporting_verb(reading, at)]
    return any(form.tense == "past" for at in said for form in reading.words[at].forms[:1])


def _is_told_ahead(reading: Reading, index: int, zone: range) -> bool | None:
    """What "учение, которое пройдет" and "договорились провести учение" tell; None where neither is said."""
    words = reading.words
    own = words[index].forms[0]
    if own.pos == "VERB" and own.tense in ("past", "futr"):
        return own.tense == "futr"
    if _is_concluded(reading, index, zone):
        return False
    verbs = [at for at in zone if words[at].kind == "word" and words[at].forms[0].pos in ("VERB", "INFN")]
    which = next((at for at in zone if at > index and "который" in reading.keys(at)), None)
    if which is not None and which - index <= _TO_WHICH:
        tense = next((words[at].forms[0].tense for at in verbs if at > which), None)
        return tense == "futr" if tense else None
    agreed = frozenset(russian_words()["planned"]["agreed"])
    infinitive = next((at for at in reversed(verbs) if at < index and words[at].forms[0].pos == "INFN"), None)
    if infinitive is not None and any(reading.keys(at) & agreed for at in range(zone.start, infinitive)):
        return True
    beside = frozenset(russian_words()["planned"]["beside"])
    is_beside = any(reading.keys(at) & beside for at in (index - 1, index - 2) if at >= 0)
    if not is_beside:
        return None
    return not any(words[at].forms[0].tense == "past" and at > index for at in verbs)
