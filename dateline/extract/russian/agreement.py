"""Whether a title and the name or title behind it stand in one case."""

from typing import Final

from dateline.extract.dossier import Dossier
from dateline.extract.russian import morphology
from dateline.extract.russian.names import romanized
from dateline.extract.russian.reading import Found, Reading
from dateline.extract.russian.titles import Title
from dateline.lexicon.russian import russian_names

_CONSONANTS: Final = frozenset("бвгджзйклмнпрстфхцчшщ")


def may_hold(reading: Reading, dossier: Dossier, title: Title, person: Found) -> bool:
    """Whether the cases let the person be the holder: in "указом президента Иван Петров освобожден" they do not."""
    head = reading.words[title.first]
    last = reading.words[person.last - 1].text
    is_nominative = (
        dossier.persons[int(person.key)].gender == "m"
        and romanized(last) == dossier.persons[int(person.key)].family_name
        and last[-1] in _CONSONANTS
        and reading.words[person.first].text not in russian_names()["surnames"]["vietnamese"]
    )
    is_oblique = bool(head.cases("sing")) and "nomn" not in head.cases("sing") and morphology.is_known(head.text)
    return not (is_nominative and is_oblique and title.status != "acting")


def agrees(reading: Reading, title: Title) -> bool:
    """Whether the title and what follows can stand in one case: not in "указом президента майор X"."""
    own = frozenset() if title.status == "acting" else known_cases(reading, title.first)
    behind = reading.words[title.last : title.last + 1]
    following = frozenset() if behind and behind[0].is_name_like else known_cases(reading, title.last)
    return not own or not following or not own.isdisjoint(following)


def known_cases(reading: Reading, index: int) -> frozenset[str]:
    """Cases of a word that is surely declined; none where it may be a name that never is."""
    word = reading.words[index] if index < len(reading.words) else None
    if word is None or word.kind != "word" or not any(form.is_known for form in word.forms):
        return frozenset()
    return frozenset(word.cases("sing"))
