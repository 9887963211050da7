"""People: names after titles and ranks, in apposition and in lists, and those that the statistical model finds.

The lexicon wins: a word that belongs to a body, a country or a title is in no name, whatever the model says; names that
stand after an office or rank are taken though the model misses them; the model's names are cut at such words.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from itertools import combinations

from spacy.language import Language
from spacy.tokens import Doc

from dateline.extract.chart import Chart, Chunk
from dateline.extract.dossier import Dossier, PersonDraft
from dateline.extract.lexer import fold_word
from dateline.extract.name_forms import bare_forms, fits, name_words
from dateline.extract.name_parts import SUFFIXES
from dateline.extract.title_phrases import mark_titles
from dateline.lexicon.gazetteer import find_place
from dateline.lexicon.titles import address_forms, word_set

_NAME = r"(?:NNA(?=[.,;)])|I{1,3}N{1,2}|N(?:(?:pN){2,5}N?|[NIp]{0,4}[NIp])?|SN{1,2})"
_FULL = r"(?:I{1,3}N{1,2}|N(?:(?:pN){2,5}N?|[NIp]{0,3}[NIp]))"
_RETIRED = r"(?:\([wNYI]\))?"
_AFTER_TITLES = re.compile(rf"[PTK]R*{_RETIRED}(?P<name>{_NAME})(?!&Y)")
_AFTER_RANK = re.compile(rf"R+{_RETIRED}(?P<name>{_NAME})")
_AFTER_COMMA = re.compile(rf"(?:(?<=[PK],)|(?<=PuN,)|(?<=P-))t?R*(?P<name>{_FULL})(?=[,.;)&w\"/(]|$)")
_AFTER_DEPUTY = re.compile(rf"(?:[wS]|(?<=E)s)d,?R*(?P<name>{_FULL})(?=[,.;)&w]|$)")
_BEFORE_TITLE = re.compile(rf"(?P<name>{_FULL})(?=,t?v?P|\(t?P|-t?P|,w?w[wu]?t?[POG]|,w?wtP)")
_AFTER_COUNTRY = re.compile(
    rf"(?<=[CP]\()R*(?P<name0>{_FULL})(?=\))|(?<=,C)R*(?P<name>{_FULL})(?=[,.;&]|$)|(?<=&C)R*(?P<name2>{_FULL})(?=[,.;w]|$)"
)
_WITH_COUNTRY = re.compile(
    rf"(?<=Cs)R*(?P<listed>{_FULL})(?=,?&(?:t?P|R*E|R*N{{2,3}}o|Cs))|(?P<name>{_FULL})(?=\(C\))|(?<=Cs)R*(?P<name2>{_FULL})(?=[,.;&w\-]|$)|(?:(?<=C,)|(?<=[CE]&)|(?<=,&))R*(?P<name3>{_FULL})(?=ot?C)"
)
_LISTED = re.compile(rf"(?<=E[,&])R*(?P<name>{_FULL})(?=[,.;&w/(]|$)|(?<=E,&)R*(?P<name2>{_FULL})(?=[,.;w/(]|$)")
_AFTER_WORD = re.compile(rf"[wu](?P<name>{_FULL})(?![NYHDTs\-])")
_BEFORE_WORD = re.compile(rf"(?:(?<=[/.\"0])|(?<=0,)|^)(?P<name>{_FULL})(?:,?[wR]{{1,3}}t?|w)")
_WORDS_BEFORE = word_set("before_names")
_SURE_WORDS = word_set("surely_beside_names")
_WORDS_AFTER = word_set("after_names")
_LISTED_BACK = re.compile(rf"(?P<name>{_FULL})(?=(?:,|&|,&)R*E)")
_WHO = re.compile(rf"(?P<name>{_FULL}),w")
_SUBJECT = re.compile(rf"(?:(?<=[/.\"])|^)(?P<name>{_FULL})[wuot]{{1,7}}(?=P|[CG]s?P)")
_OBJECT = re.compile(rf"wu(?P<name>{_FULL})(?![NYHDTs\-])")
_TAKES_OFFICE = re.compile(r"\s(?:took|takes|has taken|assumed)\s(?:office|over|charge|command|up)\b")
_BEING = frozenset(
    {"become", "became", "becomes", "appointed", "elected", "named", "dismissed", "relieved", "is", "was"}
    | {"handed", "assumed", "resigned", "took", "takes", "headed", "heads"}
)
_SUCCESSOR = re.compile(rf"(?:wu|w|(?<=[Ew])uu)(?P<name>{_FULL})wt?(?=P)|(?<=P)u(?P<name2>{_FULL})(?=[,.;&]|$)")
_HANDED = re.compile(r"\bhand(?:ed|ing)\b[^.]{0,100}$")
_LED_BY = frozenset({"represented", "headed", "led", "chaired", "accompanied", "opened", "hosted"})
_FEMININE = re.compile(r"(?:ova|eva|skaya|kyzy|kizi|qizi|gyzy)$")
_MASCULINE = re.compile(r"(?:ov|ev|yov|sky|skiy|ogly|oglu|uulu|ogli)$")


class PersonFinder:
    """Marks titles and names in a chart and enters the people into the dossier."""

    def __call__(self, doc: Doc) -> Doc:
        """Find the people of `doc`."""
        chart: Chart | None = doc._.chart
        if chart is None:
            return doc
        mark_titles(chart)
        chart.rewrite(_AFTER_TITLES, lambda chunks, _: _titled(chart, chunks))
        chart.rewrite(_AFTER_RANK, lambda chunks, _: _named(chart, chunks))
        chart.rewrite(_AFTER_DEPUTY, lambda chunks, _: _deputy_named(chart, chunks))
        _mark_model_names(chart, doc)
        blocked = _model_others(doc)
        for rule in (_BEFORE_TITLE, _AFTER_COMMA, _AFTER_COUNTRY, _LISTED, _LISTED, _LISTED_BACK):
            chart.rewrite(rule, lambda chunks, _: _named(chart, chunks))
        for _ in range(2):
            chart.rewrite(_WITH_COUNTRY, lambda chunks, match: _unless_covered(blocked, chart, chunks, match))
        chart.rewrite(_SUBJECT, lambda chunks, _: _beside(chart, chunks, _BEING))
        chart.rewrite(_OBJECT, lambda chunks, _: _beside(chart, chunks, _LED_BY))
        chart.rewrite(_SUCCESSOR, lambda chunks, _: _successor(chart, chunks))
        chart.rewrite(_WHO, lambda chunks, _: _relative(chart, chunks))
        chart.rewrite(_AFTER_WORD, lambda chunks, _: _unless(blocked, chart, chunks, _WORDS_BEFORE))
        chart.rewrite(_BEFORE_WORD, lambda chunks, _: _unless(blocked, chart, chunks, _WORDS_AFTER))
        _mark_repeated(chart)
        enter_people(chart, doc._.dossier)
        enter_surnames(chart, doc._.dossier)
        return doc


def _titled(chart: Chart, chunks: list[Chunk]) -> list[Chunk] | None:
    """Make a person of the name after a title; one word alone needs a title that says of what."""
    title, *rest = chunks
    is_bare = all(not office.is_whole for office in title.offices)
    if title.kind == "P" and is_bare and sum(chunk.kind in "NI" for chunk in rest) == 1 and rest[0].kind != "R":
        return None
    made = _named(chart, rest)
    return [title, made] if made else None


def _named(chart: Chart, chunks: list[Chunk]) -> Chunk | None:
    """Make a person of name chunks, without the ranks before them."""
    address = [chunk for chunk in chunks if chunk.kind == "R"]
    retired = max((number for number, chunk in enumerate(chunks) if chunk.kind == ")"), default=-1)
    names = [chunk for chunk in chunks[retired + 1 :] if chunk.kind in "NISpA"]  # A: "Tran Quoc Thai"
    while names and (names[-1].kind == "p" and names[-1].word not in SUFFIXES):
        names.pop()
    if not names or not any(chunk.kind == "N" for chunk in names):
        return None
    if names[-1].end != chunks[-1].end:
        return None
    if not address and _is_city(chart, names):
        return None
    return Chunk("E", names[0].start, names[-1].end, word=names[-1].word, parts=address + names)


def _deputy_named(chart: Chart, chunks: list[Chunk]) -> list[Chunk] | None:
    """Make a person of the name after "his deputy"."""
    owner, deputy, *rest = chunks
    if owner.kind != "s" and owner.word not in ("his", "her", "whose"):
        return None
    marks = [chunk for chunk in rest if chunk.kind == ","]
    made = _named(chart, rest[len(marks) :])
    return [owner, deputy, *marks, made] if made else None


def _model_others(doc: Doc) -> list[tuple[int, int]]:
    """Return the spans in which the model sees something else than a person."""
    others = ("ORG", "GPE", "LOC", "FAC", "EVENT", "PRODUCT", "WORK_OF_ART", "LAW", "NORP", "DATE")
    return [(entity.start_char, entity.end_char) for entity in doc.ents if entity.label_ in others]


def _unless(
    blocked: list[tuple[int, int]], chart: Chart, chunks: list[Chunk], words: frozenset[str]
) -> list[Chunk] | None:
    """Make a person of a name beside one of `words`, unless the model sees something else there."""
    if words is _WORDS_BEFORE:
        witness, names = chunks[0], chunks[1:]
        if witness.word not in words or (_is_covered(names, blocked) and witness.word not in _SURE_WORDS):
            return None
        made = _named(chart, names)
        return [witness, made] if made else None
    names = [chunk for chunk in chunks if chunk.kind in "NIp"]
    rest = chunks[len(names) :]
    said = {chunk.word for chunk in rest} & words
    is_sure = bool(said & _SURE_WORDS) or _TAKES_OFFICE.match(chart.text, names[-1].end) is not None
    if not said or (_is_covered(names, blocked) and not is_sure):
        return None
    made = _named(chart, names)
    return [made, *rest] if made else None


def _beside(chart: Chart, chunks: list[Chunk], words: frozenset[str]) -> list[Chunk] | None:
    """Make a person of the name beside a verb that only people go with."""
    names = [chunk for chunk in chunks if chunk.kind in "NIp"]
    others = [chunk for chunk in chunks if chunk.kind not in "NIp"]
    made = _named(chart, names) if {chunk.word for chunk in others} & words else None
    return sorted([made, *others], key=lambda chunk: chunk.start) if made else None


def _successor(chart: Chart, chunks: list[Chunk]) -> list[Chunk] | None:
    """Make a person of the name in "took over from NAME as" and "handed over the post of ... to NAME"."""
    words = {chunk.word for chunk in chunks}
    if chunks[0].word == "to":
        is_sure = _HANDED.search(chart.before(chunks[0].start, 120)) is not None
    else:
        is_sure = "as" in words and bool(words & {"from", "replaced", "replaces", "succeeded", "succeeds"})
    return _beside(chart, chunks, frozenset(words)) if is_sure else None


def _relative(chart: Chart, chunks: list[Chunk]) -> list[Chunk] | None:
    """Make a person of the name before ", who"."""
    made = _named(chart, chunks[:-2]) if chunks[-1].word in ("who", "whose", "himself", "herself") else None
    return [made, *chunks[-2:]] if made else None


def _unless_covered(
    blocked: list[tuple[int, int]], chart: Chart, chunks: list[Chunk], match: re.Match[str]
) -> Chunk | None:
    """Make a person of a name beside its country, unless the model sees something else or it is a place."""
    names = [chunk for chunk in chunks if chunk.kind in "NIp"]
    is_listed = match.lastgroup == "listed" or chart.text[: names[0].start].endswith("and ")
    return None if _is_covered(names, blocked) and not is_listed else _named(chart, chunks)


def _is_covered(names: list[Chunk], spans: list[tuple[int, int]]) -> bool:
    return any(start <= names[0].start and names[-1].end <= end for start, end in spans)


def _is_city(chart: Chart, names: list[Chunk]) -> bool:
    surface = chart.text[names[0].start : names[-1].end]
    place = find_place(surface)
    return place is not None and (place.population >= 100_000 or not place.population)


def _mark_model_names(chart: Chart, doc: Doc) -> None:
    """Take the model's persons where the lexicon knows no better, cut to the words that can be a name."""
    for entity in doc.ents:
        if entity.label_ != "PERSON":
            continue
        low = bisect_left(chart.chunks, entity.start_char, key=lambda chunk: chunk.start)
        high = bisect_right(chart.chunks, entity.end_char + 1, lo=low, key=lambda chunk: chunk.end)
        for match in reversed(list(re.finditer(_FULL, chart.kinds[low:high]))):
            first, last = low + match.start(), low + match.end()
            if chart.kinds[last : last + 1] in tuple("HYDN") or _is_other_name(chart, first, last):
                continue
            made = _named(chart, chart.chunks[first:last])
            if made:
                chart.replace(first, last, made)


def _mark_repeated(chart: Chart) -> None:
    """Take full names that stand elsewhere in the text as a person's, where no rule and no model saw one."""
    names = (name_words(chart.surface(chunk)) for chunk in chart.chunks if chunk.kind == "E")
    known = {words for words in names if len(words) > 1}
    for run in reversed(list(chart.find(_RUN))):
        spans = ((a, b) for a, b in combinations(range(run.start(), run.end() + 1), 2) if b - a > 1)
        for first, last in sorted(spans, key=lambda span: (span[0] - span[1], span[0])):
            words = chart.text[chart.chunks[first].start : chart.chunks[last - 1].end]
            if name_words(words) in known and chart.kinds[last : last + 1] not in tuple("HYDNB"):
                made = _named(chart, chart.chunks[first:last])
                if made:
                    chart.replace(first, last, made)
                break


_RUN = re.compile(r"[NIp]{2,6}")


def _is_other_name(chart: Chart, first: int, last: int) -> bool:
    """Say whether a name is a place's or an exercise's: after "in" or "exercise", in quotation marks, with a year."""
    before, after = chart.chunks[max(0, first - 1) : first], chart.chunks[last : last + 1]
    if after and after[0].kind == "0" and _YEAR.fullmatch(after[0].word):
        return True
    return any(it.word in _NO_PERSON_AFTER for it in before) or [it.kind for it in before + after] == ['"', '"']


_YEAR = re.compile(r"(?:19|20)\d\d")
_NO_PERSON_AFTER = word_set("before_other_names")


def enter_people(chart: Chart, dossier: Dossier) -> None:
    """Enter the person chunks of `chart`, the fuller forms first, and then the others under the same person."""
    found = [chunk for chunk in chart.chunks if chunk.kind == "E"]
    for chunk in sorted(found, key=lambda chunk: (-_fullness(chunk), chunk.start)):
        surface = " ".join(chart.surface(chunk).split())
        fitting = _fitting(dossier, surface)
        if len(fitting) > 1:
            number = _meant(chart, dossier, fitting, chunk)
            if number is None:
                continue
        elif fitting:
            number = fitting[0]
        else:
            number = len(dossier.persons)
            dossier.persons.append(PersonDraft(name=surface))
        chunk.person = number
        dossier.persons[number].spans.append((chunk.start, chunk.end))
        tell_gender(chart, chunk, dossier.persons[number])


_BARE = re.compile(r"(?:(?<![NSYI])|(?<=^S)|(?<=[./\"]S))I{0,2}[NS](?![NYH])")
"""A word alone, or after a function word that opens the sentence ("But Asanov", "When Asanov")."""


def enter_surnames(chart: Chart, dossier: Dossier) -> None:
    """Enter single capitalised words that are the surname of a person of the document."""
    forms: dict[str, list[int]] = {}
    for number, person in enumerate(dossier.persons):
        for form in bare_forms(person.name):
            forms.setdefault(form, []).append(number)
    for match in list(chart.find(_BARE)):
        *initials, chunk = chart.chunks[match.start() : match.end()]
        bearer = _bearer(dossier, chunk, forms.get(chunk.word, []))
        if bearer is None or (initials and initials[0].word[0] != fold_word(dossier.persons[bearer].name)[0]):
            continue
        chunk.kind, chunk.person = "E", bearer
        for initial in initials:
            initial.kind = "R"
        dossier.persons[bearer].spans.append(((initials or [chunk])[0].start, chunk.end))
    chart.refresh()


def _bearer(dossier: Dossier, chunk: Chunk, bearers: list[int]) -> int | None:
    """Return whose surname it is: the only bearer, or the only one introduced so far."""
    if len(bearers) > 1:
        bearers = [
            number for number in bearers if any(start < chunk.start for start, _ in dossier.persons[number].spans)
        ]
    return bearers[0] if len(bearers) == 1 else None


def _fullness(chunk: Chunk) -> int:
    names = [part for part in chunk.parts if part.kind != "R"]
    return min(2, sum(part.kind == "N" for part in names)) * 2 + len(names)


def tell_gender(chart: Chart, chunk: Chunk, person: PersonDraft) -> None:
    """Note the gender that an honorific or the ending of a surname tells."""
    address = address_forms()
    for part in chunk.parts:
        if part.kind == "R" and chart.surface(part) in address["feminine"]:
            person.gender = "f"
        elif part.kind == "R" and chart.surface(part) in address["masculine"]:
            person.gender = "m"
    if person.gender is None:
        folded = person.name.casefold()
        person.gender = "f" if _FEMININE.search(folded) else "m" if _MASCULINE.search(folded) else None


def same_person(dossier: Dossier, surface: str) -> int | None:
    """Return the number of the person of the dossier whom `surface` names, `None` if it is nobody or could be two."""
    fitting = _fitting(dossier, surface)
    return fitting[0] if len(fitting) == 1 else None


def _fitting(dossier: Dossier, surface: str) -> list[int]:
    return [number for number, person in enumerate(dossier.persons) if fits(person.name, surface)]


def _meant(chart: Chart, dossier: Dossier, fitting: list[int], chunk: Chunk) -> int | None:
    """Tell which of several bearers of a name a repeated name means: the one of that rank, or the only one so far."""
    before = [number for number in fitting if any(start < chunk.start for start, _ in dossier.persons[number].spans)]
    rank = _rank(chart, chunk)
    ranked = [
        number
        for number in before
        if rank and any(_rank(chart, other) == rank for other in chart.chunks if other.person == number)
    ]
    for choice in (ranked, before):
        if len(choice) == 1:
            return choice[0]
    return None


def _rank(chart: Chart, chunk: Chunk) -> str:
    """Return the rank or form of address before a name, as a key: "maj gen"."""
    return " ".join(fold_word(chart.surface(part)).replace(".", "") for part in chunk.parts if part.kind == "R")


def people_chunks(chart: Chart) -> Iterator[Chunk]:
    """Yield the chunks that name a person, in order."""
    return (chunk for chunk in chart.chunks if chunk.kind == "E" and chunk.person is not None)


@Language.factory("people")
def make_person_finder(nlp: Language, name: str) -> PersonFinder:
    """Build the component."""
    return PersonFinder()
