"""Invented people in many documents: who is whom, case by case, as the papers of many countries print them."""

from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.resolve.evidence import OfficeEvidence, PersonEvidence
from dateline.resolve.people import resolve_people

MINISTER = "Minister of Defense"
SECRETARY = "Secretary of the Security Council"
DEPUTY = "Deputy Minister of Defense"
CHIEF = "Chief of the General Staff"
AMBASSADOR = "Ambassador"
SPOKESPERSON = "Spokesperson"
DEFENSE_SECRETARY = "Defense Secretary"

# Letter of the person, then name, country and office as one document gives them.
Told = tuple[str, str, str | None, str | None]
CASES: dict[str, tuple[Told, ...]] = {
    "namesakes two countries": (
        ("a", "Rustam Yusupov", "UZ", MINISTER),
        ("b", "Rustam Yusupov", "TJ", SECRETARY),
        ("a", "R. Yusupov", "UZ", MINISTER),
        ("b", "Yusupov Rustam", "TJ", SECRETARY),
    ),
    "one person moves office in a country": (
        ("a", "Talgat Beisenov", "KZ", CHIEF),
        ("a", "Talgat Beysenov", "KZ", DEPUTY),
        ("a", "T. Beisenov", "KZ", CHIEF),
    ),
    "bare surname one taker": (
        ("a", "Sergei Volynkin", "RU", MINISTER),
        ("a", "Volynkin", "RU", MINISTER),
    ),
    "bare surname two takers": (
        ("a", "Sergei Volynkin", "RU", MINISTER),
        ("b", "Oleg Volynkin", "RU", MINISTER),
        ("c", "Volynkin", "RU", MINISTER),
    ),
    "initial two takers same office successive": (
        ("a", "Ilgar Mirzoyev", "AZ", MINISTER),
        ("b", "Ilham Mirzoyev", "AZ", DEPUTY),
        ("a", "I. Mirzoyev", "AZ", MINISTER),
    ),
    "woman masculine ending": (
        ("a", "Gulnara Saparova", "KG", SPOKESPERSON),
        ("a", "Gulnara Saparov", "KG", SPOKESPERSON),
    ),
    "woman and man same initial": (
        ("a", "G. Saparova", "KG", SPOKESPERSON),
        ("b", "G. Saparov", "KG", MINISTER),
    ),
    "skaya": (
        ("a", "Yelena Dubrovskaya", "BY", SPOKESPERSON),
        ("a", "Elena Dubrovskaia", "BY", SPOKESPERSON),
        ("a", "Алена Дубровская", "BY", SPOKESPERSON),
    ),
    "woman husband": (
        ("a", "Irina Makhotina", "RU", SPOKESPERSON),
        ("b", "Igor Makhotin", "RU", DEPUTY),
    ),
    "patronymic full": (
        ("a", "Vladimir Petrovich Sushkov", "RU", DEPUTY),
        ("a", "Vladimir Sushkov", "RU", DEPUTY),
        ("a", "V.P. Sushkov", "RU", DEPUTY),
        ("a", "Сушков Владимир Петрович", "RU", DEPUTY),
    ),
    "patronymics differ": (
        ("a", "Vladimir Petrovich Sushkov", "RU", DEPUTY),
        ("b", "Vladimir Ivanovich Sushkov", "RU", AMBASSADOR),
    ),
    "name and patronymic only": (
        ("a", "Nursultan Abdykerimovich Kulbayev", "KZ", SECRETARY),
        ("a", "Kulbayev Nursultan Abdykerimovich", "KZ", SECRETARY),
        ("a", "N. Kulbaev", "KZ", SECRETARY),
    ),
    "chinese order": (
        ("a", "Wei Jianguo", "CN", MINISTER),
        ("a", "Jianguo Wei", "CN", MINISTER),
        ("a", "Wei Jian-guo", "CN", MINISTER),
        ("a", "WEI Jianguo", "CN", MINISTER),
    ),
    "chinese two people": (
        ("a", "Zhang Haitao", "CN", DEPUTY),
        ("b", "Zhang Haibo", "CN", DEPUTY),
    ),
    "chinese bare": (
        ("a", "Wei Jianguo", "CN", MINISTER),
        ("a", "Wei", "CN", MINISTER),
    ),
    "korean": (
        ("a", "Park Sung-jin", "KR", MINISTER),
        ("a", "Park Sungjin", "KR", MINISTER),
        ("a", "Sung-jin Park", "KR", MINISTER),
        ("a", "Park Sung Jin", "KR", MINISTER),
    ),
    "vietnamese": (
        ("a", "Phan Van Thanh", "VN", MINISTER),
        ("a", "Phan Văn Thành", "VN", MINISTER),
        ("a", "General Phan Van Thanh", "VN", MINISTER),
    ),
    "vietnamese two": (
        ("a", "Nguyen Van Hung", "VN", DEPUTY),
        ("b", "Nguyen Van Huy", "VN", DEPUTY),
    ),
    "indian initials": (
        ("a", "R. K. Venkataraghavan", "IN", DEFENSE_SECRETARY),
        ("a", "Ramesh Kumar Venkataraghavan", "IN", DEFENSE_SECRETARY),
        ("a", "RK Venkataraghavan", "IN", DEFENSE_SECRETARY),
    ),
    "indian shri": (
        ("a", "Shri Anand Deshpande", "IN", MINISTER),
        ("a", "Anand Deshpande", "IN", MINISTER),
    ),
    "indian initials ambiguous": (
        ("a", "S. Iyer", "IN", AMBASSADOR),
        ("b", "Suresh Iyer", "IN", DEPUTY),
        ("a", "Sanjay Iyer", "IN", AMBASSADOR),
    ),
    "arabic al": (
        ("a", "Khalid bin Rashid Al Mazroui", "AE", DEPUTY),
        ("a", "Khalid Al-Mazrouei", "AE", DEPUTY),
        ("a", "Khaled al-Mazrui", "AE", DEPUTY),
    ),
    "arabic al two": (
        ("a", "Khalid al-Hamdan", "SA", DEPUTY),
        ("b", "Khalid al-Hamad", "SA", AMBASSADOR),
    ),
    "arabic abd": (
        ("a", "Abdulaziz bin Fahd Al Otaishan", "SA", CHIEF),
        ("a", "Abdul Aziz Al-Otaishan", "SA", CHIEF),
        ("a", "Abdel Aziz al Otaishan", "SA", CHIEF),
    ),
    "turkish letters": (
        ("a", "Çağrı Gündoğdu", "TR", MINISTER),
        ("a", "Cagri Gundogdu", "TR", MINISTER),
        ("a", "Чагры Гюндогду", "TR", MINISTER),
    ),
    "turkish sh": (
        ("a", "Şükrü Özdemir", "TR", CHIEF),
        ("a", "Sukru Ozdemir", "TR", CHIEF),
        ("a", "Shukru Ozdemir", "TR", CHIEF),
        ("a", "Шюкрю Оздемир", "TR", CHIEF),
    ),
    "uzbek apostrophes": (
        ("a", "Oʻtkir Gʻofurov", "UZ", MINISTER),
        ("a", "O'tkir G'ofurov", "UZ", MINISTER),
        ("a", "Utkir Gafurov", "UZ", MINISTER),
        ("a", "Уткир Гафуров", "UZ", MINISTER),
    ),
    "uzbek x": (
        ("a", "Xurshid Boboxonov", "UZ", DEPUTY),
        ("a", "Khurshid Babakhanov", "UZ", DEPUTY),
        ("a", "Xurshid Boboxonov", "UZ", DEPUTY),
    ),
    "uzbek sh ch": (
        ("a", "Shuhrat Choriyev", "UZ", SECRETARY),
        ("a", "Шухрат Чориев", "UZ", SECRETARY),
        ("a", "Shukhrat Chariev", "UZ", SECRETARY),
    ),
    "uzbek j": (
        ("a", "Jasur Jo'rayev", "UZ", DEPUTY),
        ("a", "Jasur Juraev", "UZ", DEPUTY),
        ("a", "Жасур Жураев", "UZ", DEPUTY),
        ("a", "Dzhasur Dzhurayev", "UZ", DEPUTY),
    ),
    "tajik zoda": (
        ("a", "Sherali Mirzozoda", "TJ", MINISTER),
        ("a", "Sherali Mirzo", "TJ", MINISTER),
        ("a", "Шерали Мирзозода", "TJ", MINISTER),
        ("a", "Sherali Mirzozod", "TJ", MINISTER),
    ),
    "tajik russian form": (
        ("a", "Emomali Sobirzoda", "TJ", DEPUTY),
        ("a", "Emomali Sobirov", "TJ", DEPUTY),
    ),
    "tajik j": (
        ("a", "Jamshed Juraqulzoda", "TJ", DEPUTY),
        ("a", "Джамшед Джуракулзода", "TJ", DEPUTY),
        ("a", "J. Jurakulzoda", "TJ", DEPUTY),
    ),
    "kazakh kyzy": (
        ("a", "Aizhan Maratkyzy", "KZ", SPOKESPERSON),
        ("a", "Aizhan Marat kyzy", "KZ", SPOKESPERSON),
        ("a", "Айжан Мараткызы", "KZ", SPOKESPERSON),
    ),
    "kazakh letters": (
        ("a", "Ғалымжан Құрманғали", "KZ", DEPUTY),
        ("a", "Galymzhan Kurmangali", "KZ", DEPUTY),
        ("a", "Galimzhan Kurmangaliyev", "KZ", DEPUTY),
    ),
    "kyrgyz uulu": (
        ("a", "Bakyt uulu Nurlan", "KG", DEPUTY),
        ("a", "Nurlan Bakyt uulu", "KG", DEPUTY),
    ),
    "azeri oglu": (
        ("a", "Zakir Həsən oğlu Əsgərov", "AZ", MINISTER),
        ("a", "Zakir Hasan oglu Asgarov", "AZ", MINISTER),
        ("a", "Zakir Askerov", "AZ", MINISTER),
        ("a", "Закир Аскеров", "AZ", MINISTER),
    ),
    "azeri q x": (
        ("a", "Xəyal Quliyev", "AZ", DEPUTY),
        ("a", "Khayal Guliyev", "AZ", DEPUTY),
        ("a", "Хаял Гулиев", "AZ", DEPUTY),
    ),
    "rank left": (
        ("a", "Gen. Asad Qureshi", "PK", CHIEF),
        ("a", "Asad Qureshi", "PK", CHIEF),
        ("a", "General Asad Qureshi", "PK", CHIEF),
    ),
    "rank left 2": (
        ("a", "Colonel-General Ivan Stepchenko", "BY", CHIEF),
        ("a", "Ivan Stepchenko", "BY", CHIEF),
        ("a", "Lt. Gen. Ivan Stepchenko", "BY", CHIEF),
    ),
    "upper surname": (
        ("a", "Marat TOLEGENOV", "KZ", MINISTER),
        ("a", "TOLEGENOV Marat", "KZ", MINISTER),
        ("a", "Marat Tulegenov", "KZ", MINISTER),
    ),
    "digraph dzh": (
        ("a", "J. Turdimatov", "UZ", MINISTER),
        ("a", "Jahongir Turdimatov", "UZ", MINISTER),
        ("a", "Dzhakhongir Turdimatov", "UZ", MINISTER),
        ("a", "Дж. Турдиматов", "UZ", MINISTER),
        ("a", "Ж. Турдиматов", "UZ", MINISTER),
    ),
    "digraph yu": (
        ("a", "Yu. Yakubovich", "BY", DEPUTY),
        ("a", "Yury Yakubovich", "BY", DEPUTY),
        ("a", "Iurii Iakubovich", "BY", DEPUTY),
        ("a", "Ю. Якубович", "BY", DEPUTY),
        ("a", "Y. Yakubovich", "BY", DEPUTY),
    ),
    "digraph kh": (
        ("a", "Kh. Rasulzoda", "TJ", SECRETARY),
        ("a", "Husrav Rasulzoda", "TJ", SECRETARY),
        ("a", "Khusrav Rasulzoda", "TJ", SECRETARY),
        ("a", "Х. Расулзода", "TJ", SECRETARY),
        ("a", "H. Rasulzoda", "TJ", SECRETARY),
    ),
    "digraph sh": (
        ("a", "Sh. Abdiev", "KG", DEPUTY),
        ("a", "Shamil Abdiev", "KG", DEPUTY),
        ("a", "Ş. Abdiev", "KG", DEPUTY),
        ("a", "Ш. Абдиев", "KG", DEPUTY),
    ),
    "digraph ts": (
        ("a", "Ts. Baatarsuren", "MN", MINISTER),
        ("a", "Tsogtbaatar Baatarsuren", "MN", MINISTER),
        ("a", "Цогтбаатар Баатарсурэн", "MN", MINISTER),
    ),
    "digraph ch": (
        ("a", "Ch. Aitiev", "KG", DEPUTY),
        ("a", "Chingiz Aitiev", "KG", DEPUTY),
        ("a", "Tchingiz Aitiev", "KG", DEPUTY),
        ("a", "Ч. Айтиев", "KG", DEPUTY),
    ),
    "digraph ya": (
        ("a", "Ya. Kuzmitsky", "BY", DEPUTY),
        ("a", "Yaroslav Kuzmitsky", "BY", DEPUTY),
        ("a", "Iaroslav Kuzmitskii", "BY", DEPUTY),
        ("a", "Я. Кузмицкий", "BY", DEPUTY),
    ),
    "digraph ye": (
        ("a", "Ye. Omarbekov", "KZ", DEPUTY),
        ("a", "E. Omarbekov", "KZ", DEPUTY),
        ("a", "Yerlan Omarbekov", "KZ", DEPUTY),
        ("a", "Erlan Omarbekov", "KZ", DEPUTY),
    ),
    "initial other sound": (
        ("a", "Zh. Kenesov", "KZ", DEPUTY),
        ("b", "Zarina Kenesova", "KZ", SPOKESPERSON),
        ("c", "Zakir Kenesov", "KZ", AMBASSADOR),
    ),
    "initial sh vs s": (
        ("a", "Sh. Valiyev", "UZ", DEPUTY),
        ("b", "Sardor Valiyev", "UZ", DEPUTY),
    ),
    "initial ch vs c": (
        ("a", "Ch. Dorjin", "MN", DEPUTY),
        ("b", "Tseren Dorjin", "MN", SECRETARY),
    ),
    "persian": (
        ("a", "Gholamreza Bahramian", "IR", SECRETARY),
        ("a", "Gholam Reza Bahramian", "IR", SECRETARY),
        ("a", "Qolamreza Bahramiyan", "IR", SECRETARY),
    ),
    "persian mohammad": (
        ("a", "Mohammad Hossein Farrokhzad", "IR", CHIEF),
        ("a", "Muhammad Hussein Farrokhzad", "IR", CHIEF),
        ("a", "Mohammad-Hossein Farrokhzad", "IR", CHIEF),
    ),
    "armenian": (
        ("a", "Vahagn Sargsyan", "AM", CHIEF),
        ("a", "Vaagn Sarkisyan", "AM", CHIEF),
        ("a", "Vahagn Sarkisian", "AM", CHIEF),
    ),
    "serbian": (
        ("a", "Miloš Đorđević", "RS", MINISTER),
        ("a", "Milos Djordjevic", "RS", MINISTER),
        ("a", "Милош Джорджевич", "RS", MINISTER),
    ),
    "belarus": (
        ("a", "Aliaksandr Kavalchuk", "BY", SECRETARY),
        ("a", "Alexander Kovalchuk", "BY", SECRETARY),
        ("a", "Александр Ковальчук", "BY", SECRETARY),
    ),
    "same full name no office": (
        ("a", "Timur Alibekov", None, None),
        ("a", "Timur Alibekov", "KZ", DEPUTY),
    ),
    "initial no evidence": (
        ("a", "T. Alibekov", None, None),
        ("b", "Timur Alibekov", "KZ", DEPUTY),
    ),
    "siblings": (
        ("a", "Ruslan Temirkhanov", "KG", DEPUTY),
        ("b", "Rustam Temirkhanov", "KG", DEPUTY),
        ("c", "R. Temirkhanov", "KG", DEPUTY),
    ),
    "long and short given": (
        ("a", "Abdurakhmon Rajabov", "TJ", DEPUTY),
        ("b", "Abdurahim Rajabov", "TJ", AMBASSADOR),
    ),
}


def _evidence(told: tuple[Told, ...]) -> list[PersonEvidence]:
    return [
        PersonEvidence(
            document_key=number,
            person=0,
            name=name,
            country_code=country,
            offices=(OfficeEvidence(office, country),) if office else (),
        )
        for number, (_, name, country, office) in enumerate(told, start=1)
    ]


def _people(evidence: list[PersonEvidence]) -> set[frozenset[int]]:
    """Numbers of the documents of each person."""
    groups: dict[int, set[int]] = {}
    for it in resolve_people(evidence)[1]:
        groups.setdefault(it.person_key, set()).add(it.document_key)
    return {frozenset(group) for group in groups.values()}


@pytest.mark.parametrize("told", CASES.values(), ids=CASES)
def test_who_is_whom(told: tuple[Told, ...]) -> None:
    meant: dict[str, set[int]] = {}
    for number, (who, *_) in enumerate(told, start=1):
        meant.setdefault(who, set()).add(number)
    assert _people(_evidence(told)) == {frozenset(group) for group in meant.values()}


@given(st.sampled_from(sorted(CASES)), st.randoms(use_true_random=False))
def test_no_order_matters(case: str, random: Random) -> None:
    evidence = _evidence(CASES[case])
    shuffled = random.sample(evidence, len(evidence))
    assert resolve_people(shuffled) == resolve_people(evidence)
