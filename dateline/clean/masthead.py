"""Lines that are the name of a body or an outlet and nothing else: the masthead of a page, never its headline."""

import re
from functools import cache
from typing import Final

from dateline.lexicon.countries import countries
from dateline.lexicon.sources import load_sources

_WORD: Final = re.compile(r"[^\W\d_]+")
_MOST_WORDS: Final = 12
_HEAD_WORDS: Final = (
    "government parliament president presidency secretariat embassy consulate ministry department directorate "
    "administration council committee agency service headquarters staff forces mission office bureau centre center "
    "commission chancellery portal website organization organisation assembly academy university corps command "
    "министерство правительство парламент президент посольство администрация пресс-служба служба управление аппарат "
    "секретариат штаб силы комитет агентство совет комиссия портал сайт организация академия университет"
)
_OTHER_WORDS: Final = (
    "of the for and in to under a on at by republic federation kingdom state states people s peoples islamic "
    "democratic socialist union united emirate national official public press information news web media external "
    "internal international foreign affairs relations defense defence interior emergency situations security justice "
    "finance general armed army air naval navy border guard customs supreme federal central permanent representation "
    "cooperation collective treaty shanghai commonwealth independent turkic regional anti terrorist structure "
    "executive joint staff chiefs cabinet ministers minister prime deputy first secretary capital city "
    "и в по при о на об обороны иностранных внутренних дел чрезвычайных ситуаций безопасности юстиции финансов "
    "республики федерации российской государственный государственная национальный национальное национальная главное "
    "официальный официального генеральный генерального вооруженных вооружённых вооруженные вооружённые сил сухопутных "
    "пограничная пограничной пограничных таможенная исполнительный исполнительной власти информации информационное "
    "печати министров президента правительства министерства совета кабинета пресс службы связи общественностью "
    "казахстан казахстана кыргызстана кыргызской узбекистан узбекистана таджикистана туркменистана туркменистан "
    "беларуси беларусь белоруссии россии россия армении азербайджана грузии молдовы монголии китая ирана турции "
    "пакистана индии украины кыргызское казахстанское узбекское таджикское туркменское белорусское российское "
    "азербайджанское армянское национального содружества независимых государств шанхайской сотрудничества договора "
    "коллективной"
)
_HEADS: Final = frozenset(_HEAD_WORDS.split())
_VOCABULARY: Final = _HEADS | frozenset(_OTHER_WORDS.split())


@cache
def _vocabulary() -> frozenset[str]:
    """All words that names of state bodies are made of, those of countries included."""
    forms = (form for country in countries().values() for form in (*country.nouns, *country.adjectives))
    return _VOCABULARY | {word for form in forms for word in _WORD.findall(form.casefold())}


def is_masthead(text: str) -> bool:
    """Tell whether a line is a known source, or a name put together from the words of bodies and countries."""
    words = _WORD.findall(text.casefold())
    if not 0 < len(words) <= _MOST_WORDS:
        return False
    if load_sources().named(text) is not None:
        return True
    return len(words) > 1 and not _HEADS.isdisjoint(words) and all(map(_is_of_names, words))


def _is_of_names(word: str) -> bool:
    """A word of the vocabulary, or an outlet's own: `Кабар Кыргызское национальное информационное агентство`."""
    return word in _vocabulary() or load_sources().named(word) is not None
