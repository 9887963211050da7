"""Who and what is meant inside one document: surnames, titles alone, pronouns, "the Ministry".

Deterministic and conservative: where two readings are left, the answer is nobody.
"""

import re
from bisect import bisect_left
from collections.abc import Sequence
from functools import lru_cache

from spacy.language import Language
from spacy.tokens import Doc

from dateline.extract.chart import Chart
from dateline.extract.dossier import Dossier, Span
from dateline.extract.lexer import fold_word
from dateline.extract.name_forms import bare_forms
from dateline.extract.name_parts import split_names
from dateline.extract.organizations import enter_body, is_reporting, may_be_called, named_bodies
from dateline.extract.settling import settle_bodies
from dateline.lexicon.countries import countries

_ALONE = re.compile(r"(?<=t)[HBNYb](?![NYH])")
_STATE_TITLES = re.compile(
    r"\b(minister|secretary|chief|head|president|director|secretary-general|commander|ambassador|chairman|premier)\b"
)


def person_for_surname(dossier: Dossier, surname: str) -> int | None:
    """Return the number of the only person of the document with this family name (or single given name)."""
    wanted = fold_word(surname)
    fitting = [number for number, person in enumerate(dossier.persons) if wanted in bare_forms(person.name)]
    return fitting[0] if len(fitting) == 1 else None


def person_for_title(dossier: Dossier, title_text: str, country_code: str | None, position: int) -> int | None:
    """Return the person whom a title alone means ("the Russian defense minister", "the state secretary").

    Args:
        dossier: The document's drafts, offices included.
        title_text: The words of the title; articles, countries and letter case do not matter.
        country_code: ISO alpha-2 of the country that the phrase names, if it names one.
        position: Character of the body at which the phrase stands.

    Returns:
        The holder of the only office that fits; of several, the one mentioned last before `position`, when the nearest
        mention is in reach of two paragraphs; else `None`.
    """
    wanted = _title_words(title_text)
    if not wanted:
        return None
    holders = {
        office.person
        for office in dossier.offices
        if office.person is not None
        and office.status != "former"
        and (country_code is None or office.country_code == country_code)
        and wanted <= _title_words(f"{office.title} {office.organization or ''}") | {"secretary-general"} & wanted
        and _is_head(wanted, office.title)
    }
    return _nearest(dossier, holders, position)


@lru_cache(maxsize=4096)
def _title_words(text: str) -> frozenset[str]:
    folded = (
        fold_word(text)
        .replace("secretary general", "secretary-general")
        .replace("general secretary", "secretary-general")
    )
    words = set(re.findall(r"[a-zé]+(?:-[a-z]+)?", folded)) - {"the", "of", "a", "new", "s", "his", "her", "and"}
    if words & {"spokesman", "spokeswoman"} or {"press", "secretary"} <= words:
        words = words - {"spokesman", "spokeswoman", "press", "secretary"} | {"spokesperson"}
    if {"head", "state"} <= words:
        words = words - {"head", "state"} | {"president"}
    if "chief" in words and "defense" in words and "staff" not in words:
        words = words - {"chief"} | {"minister"}
    from_lexicon = {word for word in words if word in _countries_and_adjectives()}
    return frozenset(words - from_lexicon)


@lru_cache(maxsize=1)
def _countries_and_adjectives() -> frozenset[str]:
    forms = (form for country in countries().values() for form in (*country.nouns, *country.adjectives))
    return frozenset(word for form in forms for word in fold_word(form).split()) - {"state", "united"}


def _is_head(wanted: frozenset[str], title: str) -> bool:
    """Say whether the head noun is the title's own, and the deputies agree: "the minister" is no deputy minister."""
    words = _title_words(title)
    return ("deputy" in words) == ("deputy" in wanted) and bool(wanted & words)


def _nearest(dossier: Dossier, numbers: set[int], position: int) -> int | None:
    if len(numbers) <= 1:
        return next(iter(numbers), None)
    before = sorted(
        ((span[0], number) for number in numbers for span in dossier.persons[number].spans if span[0] < position),
        reverse=True,
    )
    if not before:
        return None
    others = [start for start, number in before if number != before[0][1]]
    paragraph = dossier.document.body.rfind("\n\n", 0, position)
    if not others or before[0][0] > paragraph > others[0]:
        return before[0][1]
    return None


_GENDER = {"he": "m", "his": "m", "him": "m", "himself": "m", "she": "f", "her": "f", "hers": "f", "herself": "f"}


def person_for_pronoun(dossier: Dossier, pronoun: str, position: int, sentences: Sequence[Span]) -> int | None:
    """Return the person whom `he` or `she` at `position` means.

    The only person of fitting gender in the nearest of the three sentences before (or in the same one, before the
    pronoun) is taken; a sentence with two of them decides only when the first is its subject, that is begins it.
    """
    gender = _GENDER.get(pronoun.casefold())
    if gender is None:
        return None
    until = bisect_left(sentences, position, key=lambda span: span[0])
    before = sentences[max(0, until - 4) : until]
    for start, end in reversed(before):
        here = _people_in(dossier, start, min(end, position), gender)
        if not here:
            continue
        numbers = [number for _, number in here]
        if len(set(numbers)) == 1 or here[0][0] - start < _SUBJECT_REACH:
            return numbers[0]
        return None
    return None


_SUBJECT_REACH = 60
"""Characters from the start of a sentence within which its subject's name begins, title included."""


def _people_in(dossier: Dossier, start: int, end: int, gender: str) -> list[Span]:
    return sorted(
        (span[0], number)
        for number, person in enumerate(dossier.persons)
        for span in person.spans
        if start <= span[0] < end and person.gender in (None, gender)
    )


class CoreferenceResolver:
    """Enters bare surnames and the bodies whose country the context gives."""

    def __call__(self, doc: Doc) -> Doc:
        """Resolve the names of `doc`."""
        chart: Chart | None = doc._.chart
        if chart is None:
            return doc
        dossier: Dossier = doc._.dossier
        settle_bodies(chart, doc._.context)
        for chunk in named_bodies(chart.chunks):
            if chunk.body and (chunk.kind != "M" or is_reporting(chart, chunk)):
                enter_body(dossier, chunk.body).spans.append((chunk.start, chunk.end))
        _enter_short_bodies(chart, dossier)
        split_names(dossier)
        return doc


def _enter_short_bodies(chart: Chart, dossier: Dossier) -> None:
    """Enter "the Ministry", "the Organization", "the Academy" under the body of that kind mentioned last before."""
    for match in chart.find(_ALONE):
        chunk = chart.chunks[match.start()]
        word = fold_word(chart.surface(chunk))
        if chunk.body or chunk.person is not None or not chart.text[chunk.start].isupper():
            continue
        fitting = [
            (max(start for start, _ in draft.spans if start < chunk.start), name)
            for name, draft in dossier.organizations.items()
            if may_be_called(word, name, draft.kind) and any(start < chunk.start for start, _ in draft.spans)
        ]
        if fitting:
            dossier.organizations[max(fitting)[1]].spans.append((chunk.start, chunk.end))


@Language.factory("coreference")
def make_coreference_resolver(nlp: Language, name: str) -> CoreferenceResolver:
    """Build the component."""
    return CoreferenceResolver()
