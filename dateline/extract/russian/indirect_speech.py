"""Reported clauses: "X сообщил, что ...", "по словам X, ...", "как отметил X, ...", "..., сообщили в Минобороны"."""

import re
from collections.abc import Iterator, Sequence
from typing import Final

from dateline.extract.dossier import QuoteDraft, Span
from dateline.extract.russian.reading import DASHES, Reading
from dateline.extract.russian.references import any_body, by_reference, source_behind
from dateline.extract.russian.speakers import Speaker, SpeakerFinder, reporting_verb
from dateline.lexicon.russian import russian_words

_MAX_TO_THAT: Final = 16
_MAX_INSERTED: Final = 7
_MIN_CLAUSE: Final = 2
_OPINIONS: Final = frozenset(["мнение", "оценка", "заявление", "точка", "вывод", "предложение", "прогноз"])
_SERVICES: Final = frozenset(["пресс-служба", "пресс-центр", "пресс-релиз", "сообщение", "заявление"])
_OFFICES: Final = _SERVICES | {"отдел", "управление", "департамент", "аппарат"}
_TRIM = re.compile(r"[\s,.;:!?–—-]+$")
_CUES: Final = {
    "слово": "по словам",
    "мнение": "по мнению",
    "данные": "по данным",
    "информация": "по информации",
    "оценка": "по оценке",
    "сведение": "по сведениям",
    "утверждение": "по утверждению",
    "убеждение": "по убеждению",
    "сообщение": "по сообщению",
}
_POSSESSIVES: Final = {"его": "m", "ее": "f"}
_ADDRESSED: Final = frozenset(
    ["попросить", "пригласить", "призвать", "предложить", "поблагодарить", "пожелать", "вручить"]
)
_NO_CLAUSE: Final = frozenset(["об", "о", "это", "такой", "такое"])


def find_indirect(
    reading: Reading, finder: SpeakerFinder, sentence: Span, direct: Sequence[Span]
) -> Iterator[QuoteDraft]:
    """Yield the reported clauses of one sentence; a clause that holds words in marks is told by those."""
    words = reading.words_in(sentence)
    if not words:
        return
    for clause, cue, speaker in _clauses(reading, finder, words):
        span = _trimmed(reading, clause)
        is_told = any(span[0] < end and start < span[1] for start, end in direct)
        if span[1] <= span[0] or len(reading.words_in(span)) < _MIN_CLAUSE:
            continue
        finder.last = speaker
        if not is_told:
            yield QuoteDraft(
                span=span,
                kind="indirect",
                cue=cue,
                speaker_person=speaker.person,
                speaker_organization=speaker.organization,
                speaker_office=speaker.office,
                speaker_surface=speaker.surface,
            )


def _clauses(reading: Reading, finder: SpeakerFinder, words: range) -> Iterator[tuple[Span, str, Speaker]]:
    found = list(_of_sentence_before(reading, finder, words)) or list(by_reference(reading, finder, words))
    found = found or list(_by_source(reading, finder, words))
    found = found or list(_as_said(reading, finder, words))
    found = found or list(_that_clauses(reading, finder, words)) or list(_tail(reading, finder, words))
    yield from found


def _of_sentence_before(reading: Reading, finder: SpeakerFinder, words: range) -> Iterator[tuple[Span, str, Speaker]]:
    """'Об этом сообщили в Минобороны.': the statement is the sentence before."""
    number = reading.sentence_of(reading.words[words.start].start)
    if number == 0 or not _points_back(reading, words):
        return
    verbs = (at for at in words if reading.words[at].kind == "word" and _is_finite(reading, at))
    verb = next(verbs, None)
    verb = verb if verb is not None and reporting_verb(reading, verb) else None  # no "об этом шла речь"
    rest = range(verb, words.stop) if verb is not None else range(0)
    cited = source_behind(reading, finder, rest)
    if verb is None or (cited is None and _is_credit(reading, finder, verb, rest)):
        return
    speaker = cited or finder.among(rest) or _source(reading, finder, rest)
    before = reading.sentences[number - 1]
    if any(reporting_verb(reading, at) for at in reading.words_in(before)):
        return  # told by somebody already
    is_quoted = any(
        before[0] <= quoted.outer[0] < before[1] and reading.at(reading.index_at(quoted.outer[1])) == ","
        for quoted in reading.quoted
    )
    if speaker and not is_quoted and not finder.is_nameless(rest):
        yield before, str(reporting_verb(reading, verb)), speaker


def _is_finite(reading: Reading, index: int) -> bool:
    return reading.words[index].forms[0].pos == "VERB" or reporting_verb(reading, index) is not None


def _points_back(reading: Reading, words: range) -> bool:
    """'Об этом сообщил X', "Такое мнение высказал X", "С таким заявлением выступил X"."""
    if reading.at(words.start) == "об" and reading.at(words.start + 1) == "этом":
        return True
    at = words.start + (reading.at(words.start) == "с")
    return "такой" in reading.keys(at) and bool(reading.keys(at + 1) & _OPINIONS)


def _source(reading: Reading, finder: SpeakerFinder, words: range) -> Speaker | None:
    """The press service of a body behind the verb: "сообщает пресс-служба Минобороны"."""
    serves = any(reading.keys(at) & _OFFICES for at in words)
    return any_body(reading, finder, words) if serves else None


def _trimmed(reading: Reading, span: Span) -> Span:
    text = reading.text[span[0] : span[1]]
    start = span[0] + len(text) - len(text.lstrip(" -–—,:"))
    return start, span[0] + len(_TRIM.sub("", text))


def _by_source(reading: Reading, finder: SpeakerFinder, words: range) -> Iterator[tuple[Span, str, Speaker]]:
    """'По словам X, ...', "по его мнению, ...", also in the middle or at the end of the sentence."""
    for index in words:
        if reading.at(index) not in ("по", "согласно") or reading.is_quoted(reading.words[index].start):
            continue
        noun_at = next(
            (
                at
                for at in (index + 1, index + 2)
                if reading.keys(at) & {*russian_words()["reporting"]["prepositional"]}
                or (reading.at(index) == "согласно" and reading.keys(at) & _SERVICES)
            ),
            None,
        )
        if noun_at is None:
            continue
        nouns = (key for key in russian_words()["reporting"]["prepositional"] if key in reading.keys(noun_at))
        noun = next(nouns, "сообщение")
        comma = _comma_after(reading, noun_at, words)
        stop = comma if comma is not None else words.stop
        possessive = _POSSESSIVES.get(reading.at(index + 1))
        speaker = (
            finder.by_pronoun(index + 1, possessive)
            if possessive
            else finder.among(range(index + 1, stop), subjects_only=False)
        )
        if "пресс-служба" in reading.keys(noun_at + 1):
            speaker = any_body(reading, finder, range(index + 1, stop)) or speaker
        if speaker is None:
            speaker = any_body(reading, finder, range(index + 1, stop))
        if speaker is None:
            return
        before = (reading.words[words.start].start, reading.words[index].start)
        after = (
            reading.words[stop - 1].end if comma is None else reading.words[comma].end,
            reading.words[words.stop - 1].end,
        )
        clause = after if after[1] - after[0] >= before[1] - before[0] else before
        yield clause, _CUES[noun], speaker
        return


def _comma_after(reading: Reading, index: int, words: range) -> int | None:
    """The comma that ends the speaker's phrase, appositions to a name included."""
    for at in range(index + 1, words.stop):
        if reading.at(at) == "," and not _within_name(reading, at):
            return at
    return None


def _within_name(reading: Reading, index: int) -> bool:
    """A comma before an office that belongs to the name in front of it: "X, министр обороны Y,"."""
    return any(office.first == index + 1 and not office.is_plural for office in reading.offices)


def _as_said(reading: Reading, finder: SpeakerFinder, words: range) -> Iterator[tuple[Span, str, Speaker]]:
    """'Как сообщил X, ...', 'как отметили в Минобороны, ...', also inserted."""
    for index in words:
        if reading.at(index) != "как" or reading.is_quoted(reading.words[index].start):
            continue
        verb = next((at for at in range(index + 1, min(index + 4, words.stop)) if reporting_verb(reading, at)), None)
        if verb is None or any(reading.at(at) == "," for at in range(index, verb)):
            continue
        comma = _comma_after(reading, verb, words)
        stop = comma if comma is not None else words.stop
        speaker = finder.among(range(index, stop))
        if speaker and not finder.is_nameless(range(index, stop)):
            before = (reading.words[words.start].start, reading.words[index].start)
            after = (reading.words[stop - 1].end, reading.words[words.stop - 1].end)
            clause = after if after[1] - after[0] >= before[1] - before[0] else before
            yield clause, str(reporting_verb(reading, verb)), speaker
        return


def _that_clauses(reading: Reading, finder: SpeakerFinder, words: range) -> Iterator[tuple[Span, str, Speaker]]:
    """'X сообщил, что ...': each reporting verb of the sentence with its own clause."""
    heads = [(index, that) for index in words if (that := _that_after(reading, index, words)) is not None]
    heads = [head for number, head in enumerate(heads) if number == 0 or head[1] != heads[number - 1][1]]
    speaker: Speaker | None = None
    for number, (index, that) in enumerate(heads):
        begin = words.start if number == 0 else heads[number - 1][1]
        here = finder.among(range(index, that)) or (finder.among(_own(reading, begin, index)) if number == 0 else None)
        if number == 0 and finder.is_nameless(_own(reading, begin, that)) and (here is None or here.person is None):
            return
        speaker = here or speaker or (_implied(reading, finder, index) if number == 0 else None)
        if speaker is None:
            continue
        stop = heads[number + 1][0] if number + 1 < len(heads) else words.stop
        end = _before_joint(reading, stop, that) if stop < words.stop else stop
        end = _before_deed(reading, index, range(that + 1, end))
        yield (reading.words[that].end, reading.words[end - 1].end), str(reporting_verb(reading, index)), speaker


def _own(reading: Reading, first: int, last: int) -> range:
    return range(first, last)


def _implied(reading: Reading, finder: SpeakerFinder, index: int) -> Speaker | None:
    """A verb without a subject ("Также отметил, что ..."): the speaker of before, when one person speaks."""
    singular = any(form.pos == "VERB" and form.number == "sing" for form in reading.words[index].forms)
    return finder.last if singular and finder.last and finder.last.person is not None else None


def _that_after(reading: Reading, index: int, words: range) -> int | None:
    """Where the "что" of a reporting verb stands, in the same clause."""
    if reporting_verb(reading, index) is None or reading.is_quoted(reading.words[index].start):
        return None
    for at in range(index + 1, min(index + _MAX_TO_THAT, words.stop)):
        if reading.at(at) == "что" and reading.at(at - 1) == ",":
            return at
        if at > index and reporting_verb(reading, at):
            return None
    return None


def _before_deed(reading: Reading, verb: int, clause: range) -> int:
    """The end of a clause in front of ", и вручил ему ...", ", и попросил ...": a deed of the speaker."""
    said = next(form for form in reading.words[verb].forms if form.pos in ("VERB", "GRND"))
    first = next((form for at in clause for form in reading.words[at].forms[:1] if form.pos == "VERB"), None)
    if first is None or said.tense != "past":
        return clause.stop
    for at in clause:
        form = reading.words[at].forms[0] if reading.words[at].kind == "word" else None
        is_deed = form is not None and (form.pos, form.tense, form.gender) == ("VERB", "past", said.gender)
        is_deed = is_deed and (first.tense != "past" or (form is not None and form.lemma in _ADDRESSED))
        if is_deed and reading.at(at - 1) in ("и", "а") and reading.at(at - 2) == ",":
            return at - 2
    return clause.stop


def _before_joint(reading: Reading, index: int, floor: int) -> int:
    """The end of a clause in front of ", и добавил" or ", добавив"."""
    while index - 1 > floor and (
        reading.at(index - 1) in ("и", "а", "также", "он", "она", "при", "этом")
        or reading.words[index - 1].kind == "mark"
    ):
        index -= 1
    return index


def _tail(reading: Reading, finder: SpeakerFinder, words: range) -> Iterator[tuple[Span, str, Speaker]]:
    """'..., сообщил X', '..., говорится в сообщении Минобороны': the clause stands in front of the verb."""
    for index in words:
        comma = index - 1
        if comma >= words.start and reading.words[comma].text in DASHES:
            comma -= 1
        cue = reporting_verb(reading, index)
        if (
            cue is None
            or comma <= words.start
            or reading.at(comma) != ","
            or reading.is_quoted(reading.words[index].start)
        ):
            continue
        if any(form.pos == "GRND" for form in reading.words[index].forms if form.lemma == cue):
            continue
        rest = range(index, words.stop)
        lead = range(words.start, comma)
        is_split = _inserted_up_to(reading, index, words) is not None
        if reading.keys(words.start) & _NO_CLAUSE or reading.at(index + 1) == ",":
            continue
        if not (_has_verb(reading, lead) or is_split):
            continue
        speaker = None if _is_credit(reading, finder, index, rest) else finder.among(rest)
        inserted = _inserted_up_to(reading, index, words)
        if inserted and (speaker := finder.among(range(index, inserted))):
            yield (reading.words[words.start].start, reading.words[words.stop - 1].end), cue, speaker
            return
        if speaker and not finder.is_nameless(rest):
            yield (reading.words[words.start].start, reading.words[comma].start), cue, speaker
            return


def _inserted_up_to(reading: Reading, verb: int, words: range) -> int | None:
    """The comma that ends "..., уточнил генерал, ..." in the middle of what is said."""
    comma = next((at for at in range(verb, min(verb + _MAX_INSERTED, words.stop)) if reading.at(at) == ","), None)
    if comma is None or any(reading.at(at) in ("что", "который", "как") for at in (comma + 1, comma + 2)):
        return None
    is_subject_open = not _has_verb(reading, range(words.start, verb - 1))
    return comma if is_subject_open and _has_verb(reading, range(comma, words.stop)) else None


def _is_credit(reading: Reading, finder: SpeakerFinder, verb: int, rest: range) -> bool:
    """The outlet's own credit: "передает ТАСС", "сообщает агентство X со ссылкой на ..."."""
    if any("ссылка" in reading.keys(index) for index in rest):
        return True
    singular = any(form.pos == "VERB" and form.number == "sing" for form in reading.words[verb].forms)
    media = [
        body
        for body in reading.bodies
        if body.first in rest and finder.dossier.organizations[str(body.key)].kind == "media"
    ]
    people = any(found.first in rest for found in reading.people) or any(
        office.first in rest for office in reading.offices
    )
    return bool(media) and singular and not people and media[0].first - verb <= 4


def _has_verb(reading: Reading, words: range) -> bool:
    return any(
        reading.words[index].has_pos("VERB", "PRTS", "ADJS", "PRED") and reading.words[index].kind == "word"
        for index in words
    ) or any(reading.words[index].text in DASHES for index in words)
