"""The country of an office that names none, and of the body inside its title."""

from bisect import bisect_left
from dataclasses import replace
from typing import Final

from dateline.extract.dossier import Dossier
from dateline.extract.russian.reading import DASHES, Reading
from dateline.extract.russian.titles import Title

_NOUN_WORDS: Final = 4


def correct_body(reading: Reading, dossier: Dossier, title: Title, organization: str) -> None:
    """A body named inside a title without its country is of the country of the title."""
    low = bisect_left(reading.bodies, title.first, key=lambda body: body.first)
    inside = reading.bodies_near(title.first, title.last)
    for number, found in enumerate(inside, start=low):
        named = dossier.organizations[str(found.key)]
        has_country = bool(reading.places_near(found.first, found.last))
        is_inner = (
            not has_country and title.first < found.first and found.last <= title.last and found.key != organization
        )
        if is_inner and named.country_code and named.name.startswith(f"{title.state_base} of "):
            span = reading.span(found.first, found.last)
            if span in named.spans:
                named.spans.remove(span)
                dossier.organizations[organization].spans.append(span)
            reading.bodies[number] = replace(found, key=organization)
            if not named.spans:
                del dossier.organizations[named.name]


def implied_country(reading: Reading, dossier: Dossier, title: Title, person: int | None) -> str | None:
    """The country of a title without one: the person's, that of "Россию представляет", of the same title, or none."""
    if person is not None and dossier.persons[person].country_code:
        return dossier.persons[person].country_code
    if reading.at(title.first - 1) in DASHES:  # "делегацию Киргизии - замминистра X"
        nouns = [code for _, last, code in reading.countries_near(title.first - _NOUN_WORDS, title.first)]
        if nouns and any(
            found.last == title.first - 1 for found in reading.places_near(title.first - _NOUN_WORDS, title.first)
        ):
            return nouns[-1]
    inside = reading.sentence_words(title.first)
    if any(reading.keys(at) & {"представлять", "представить"} for at in inside):
        nouns = [code for _, _, code in reading.countries_near(inside.start, title.first)]
        if nouns:
            return nouns[-1]
    beside = [o.draft.country_code for o in reading.offices if o.first in inside and o.last <= title.first]
    if beside and beside[-1] and reading.at(title.first - 1) in ("и", ",", "также", "а"):
        return beside[-1]
    before = [o for o in reading.offices if o.first < title.first and o.draft.title == title.title]
    same = [o.draft.country_code for o in sorted(before, key=lambda o: o.first) if o.draft.country_code]
    if not same and title.state_base:
        alike = [o.draft for o in reading.offices if o.first < title.first and o.draft.organization]
        same = [o.country_code or "" for o in alike if str(o.organization).startswith(f"{title.state_base} of ")]
        if same and same[-1]:
            return same[-1]
    if len(set(same)) > 1:  # "министр" is the one who acts, not the one met
        holders = {int(found.key) for found in reading.people if found.is_subject and found.first < title.first}
        same = [o.draft.country_code for o in before if o.draft.country_code and o.draft.person in holders] or same
    return same[-1] if same and person is None else None
