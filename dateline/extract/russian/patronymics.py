"""Patronymics: "Марат Асанович" is a person of whom the family name is left out."""

import re

from dateline.extract.russian import morphology
from dateline.extract.russian.reading import Word

_PATRONYMIC = re.compile(r".{3,}(?:ович|евич|овна|евна)(?:а|у|ем|ем|е|ы|ой)?")


def is_patronymic(word: Word) -> bool:
    """Whether a word is a patronymic and no family name that the dictionary knows (Абрамович)."""
    marks = [form.marks for form in word.forms]
    is_known = any("Patr" in mark for mark in marks) and not any("Surn" in mark for mark in marks)
    return is_known or (not morphology.is_known(word.text) and bool(_PATRONYMIC.fullmatch(morphology.fold(word.text))))
