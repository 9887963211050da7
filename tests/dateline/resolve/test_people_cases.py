"""Invented people in many documents: who is whom, case by case, as the papers of many countries print them."""

from random import Random
from typing import Final

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.resolve.evidence import OfficeEvidence, PersonEvidence
from dateline.resolve.people import resolve_people

OFFICES: Final = {
    "minister": "Minister of Defense",
    "deputy": "Deputy Minister of Defense",
    "secretary": "Secretary of the Security Council",
    "chief": "Chief of the General Staff",
    "ambassador": "Ambassador",
    "spokesperson": "Spokesperson",
    "president": "President",
}
TABLE: Final = """
namesakes two countries
    a Rustam Yusupov, UZ minister; b Rustam Yusupov, TJ secretary; a R. Yusupov, UZ minister;
    b Yusupov Rustam, TJ secretary
one person moves office in a country
    a Talgat Beisenov, KZ chief; a Talgat Beysenov, KZ deputy; a T. Beisenov, KZ chief
bare surname one taker
    a Sergei Volynkin, RU minister; a Volynkin, RU minister
bare surname two takers
    a Sergei Volynkin, RU minister; b Oleg Volynkin, RU minister; c Volynkin, RU minister
initial two takers same office successive
    a Ilgar Mirzoyev, AZ minister; b Ilham Mirzoyev, AZ deputy; a I. Mirzoyev, AZ minister
woman masculine ending
    a Gulnara Saparova, KG spokesperson; a Gulnara Saparov, KG spokesperson
woman and man same initial
    a G. Saparova, KG spokesperson; b G. Saparov, KG minister
skaya
    a Yelena Dubrovskaya, BY spokesperson; a Elena Dubrovskaia, BY spokesperson; a Алена Дубровская, BY spokesperson
woman husband
    a Irina Makhotina, RU spokesperson; b Igor Makhotin, RU deputy
patronymic full
    a Vladimir Petrovich Sushkov, RU deputy; a Vladimir Sushkov, RU deputy; a V.P. Sushkov, RU deputy;
    a Сушков Владимир Петрович, RU deputy
patronymics differ
    a Vladimir Petrovich Sushkov, RU deputy; b Vladimir Ivanovich Sushkov, RU ambassador
name and patronymic only
    a Nursultan Abdykerimovich Kulbayev, KZ secretary; a Kulbayev Nursultan Abdykerimovich, KZ secretary;
    a N. Kulbaev, KZ secretary
chinese order
    a Wei Jianguo, CN minister; a Jianguo Wei, CN minister; a Wei Jian-guo, CN minister; a WEI Jianguo, CN minister
chinese two people
    a Zhang Haitao, CN deputy; b Zhang Haibo, CN deputy
chinese bare
    a Wei Jianguo, CN minister; a Wei, CN minister
korean
    a Park Sung-jin, KR minister; a Park Sungjin, KR minister; a Sung-jin Park, KR minister;
    a Park Sung Jin, KR minister
vietnamese
    a Phan Van Thanh, VN minister; a Phan Văn Thành, VN minister; a General Phan Van Thanh, VN minister
vietnamese two
    a Nguyen Van Hung, VN deputy; b Nguyen Van Huy, VN deputy
indian initials
    a R. K. Venkataraghavan, IN secretary; a Ramesh Kumar Venkataraghavan, IN secretary;
    a RK Venkataraghavan, IN secretary
indian shri
    a Shri Anand Deshpande, IN minister; a Anand Deshpande, IN minister
indian initials ambiguous
    a S. Iyer, IN ambassador; b Suresh Iyer, IN deputy; a Sanjay Iyer, IN ambassador
arabic al
    a Khalid bin Rashid Al Mazroui, AE deputy; a Khalid Al-Mazrouei, AE deputy; a Khaled al-Mazrui, AE deputy
arabic al two
    a Khalid al-Hamdan, SA deputy; b Khalid al-Hamad, SA ambassador
arabic abd
    a Abdulaziz bin Fahd Al Otaishan, SA chief; a Abdul Aziz Al-Otaishan, SA chief; a Abdel Aziz al Otaishan, SA chief
turkish letters
    a Çağrı Gündoğdu, TR minister; a Cagri Gundogdu, TR minister; a Чагры Гюндогду, TR minister
turkish sh
    a Şükrü Özdemir, TR chief; a Sukru Ozdemir, TR chief; a Shukru Ozdemir, TR chief; a Шюкрю Оздемир, TR chief
uzbek apostrophes
    a Oʻtkir Gʻofurov, UZ minister; a O'tkir G'ofurov, UZ minister; a Utkir Gafurov, UZ minister;
    a Уткир Гафуров, UZ minister
uzbek x
    a Xurshid Boboxonov, UZ deputy; a Khurshid Babakhanov, UZ deputy; a Xurshid Boboxonov, UZ deputy
uzbek sh ch
    a Shuhrat Choriyev, UZ secretary; a Шухрат Чориев, UZ secretary; a Shukhrat Chariev, UZ secretary
uzbek j
    a Jasur Jo'rayev, UZ deputy; a Jasur Juraev, UZ deputy; a Жасур Жураев, UZ deputy; a Dzhasur Dzhurayev, UZ deputy
tajik zoda
    a Sherali Mirzozoda, TJ minister; a Sherali Mirzo, TJ minister; a Шерали Мирзозода, TJ minister;
    a Sherali Mirzozod, TJ minister
tajik russian form
    a Emomali Sobirzoda, TJ deputy; a Emomali Sobirov, TJ deputy
tajik j
    a Jamshed Juraqulzoda, TJ deputy; a Джамшед Джуракулзода, TJ deputy; a J. Jurakulzoda, TJ deputy
kazakh kyzy
    a Aizhan Maratkyzy, KZ spokesperson; a Aizhan Marat kyzy, KZ spokesperson; a Айжан Мараткызы, KZ spokesperson
kazakh letters
    a Ғалымжан Құрманғали, KZ deputy; a Galymzhan Kurmangali, KZ deputy; a Galimzhan Kurmangaliyev, KZ deputy
kyrgyz uulu
    a Bakyt uulu Nurlan, KG deputy; a Nurlan Bakyt uulu, KG deputy
azeri oglu
    a Zakir Həsən oğlu Əsgərov, AZ minister; a Zakir Hasan oglu Asgarov, AZ minister; a Zakir Askerov, AZ minister;
    a Закир Аскеров, AZ minister
azeri q x
    a Xəyal Quliyev, AZ deputy; a Khayal Guliyev, AZ deputy; a Хаял Гулиев, AZ deputy
rank left
    a Gen. Asad Qureshi, PK chief; a Asad Qureshi, PK chief; a General Asad Qureshi, PK chief
rank left 2
    a Colonel-General Ivan Stepchenko, BY chief; a Ivan Stepchenko, BY chief; a Lt. Gen. Ivan Stepchenko, BY chief
upper surname
    a Marat TOLEGENOV, KZ minister; a TOLEGENOV Marat, KZ minister; a Marat Tulegenov, KZ minister
digraph dzh
    a J. Turdimatov, UZ minister; a Jahongir Turdimatov, UZ minister; a Dzhakhongir Turdimatov, UZ minister;
    a Дж. Турдиматов, UZ minister; a Ж. Турдиматов, UZ minister
digraph yu
    a Yu. Yakubovich, BY deputy; a Yury Yakubovich, BY deputy; a Iurii Iakubovich, BY deputy;
    a Ю. Якубович, BY deputy; a Y. Yakubovich, BY deputy
digraph kh
    a Kh. Rasulzoda, TJ secretary; a Husrav Rasulzoda, TJ secretary; a Khusrav Rasulzoda, TJ secretary;
    a Х. Расулзода, TJ secretary; a H. Rasulzoda, TJ secretary
digraph sh
    a Sh. Abdiev, KG deputy; a Shamil Abdiev, KG deputy; a Ş. Abdiev, KG deputy; a Ш. Абдиев, KG deputy
digraph ts
    a Ts. Baatarsuren, MN minister; a Tsogtbaatar Baatarsuren, MN minister; a Цогтбаатар Баатарсурэн, MN minister
digraph ch
    a Ch. Aitiev, KG deputy; a Chingiz Aitiev, KG deputy; a Tchingiz Aitiev, KG deputy; a Ч. Айтиев, KG deputy
digraph ya
    a Ya. Kuzmitsky, BY deputy; a Yaroslav Kuzmitsky, BY deputy; a Iaroslav Kuzmitskii, BY deputy;
    a Я. Кузмицкий, BY deputy
digraph ye
    a Ye. Omarbekov, KZ deputy; a E. Omarbekov, KZ deputy; a Yerlan Omarbekov, KZ deputy; a Erlan Omarbekov, KZ deputy
initial other sound
    a Zh. Kenesov, KZ deputy; b Zarina Kenesova, KZ spokesperson; c Zakir Kenesov, KZ ambassador
initial sh vs s
    a Sh. Valiyev, UZ deputy; b Sardor Valiyev, UZ deputy
initial ch vs c
    a Ch. Dorjin, MN deputy; b Tseren Dorjin, MN secretary
persian
    a Gholamreza Bahramian, IR secretary; a Gholam Reza Bahramian, IR secretary; a Qolamreza Bahramiyan, IR secretary
persian mohammad
    a Mohammad Hossein Farrokhzad, IR chief; a Muhammad Hussein Farrokhzad, IR chief;
    a Mohammad-Hossein Farrokhzad, IR chief
armenian
    a Vahagn Sargsyan, AM chief; a Vaagn Sarkisyan, AM chief; a Vahagn Sarkisian, AM chief
serbian
    a Miloš Đorđević, RS minister; a Milos Djordjevic, RS minister; a Милош Джорджевич, RS minister
belarus
    a Aliaksandr Kavalchuk, BY secretary; a Alexander Kovalchuk, BY secretary; a Александр Ковальчук, BY secretary
same full name no office
    a Timur Alibekov, - -; a Timur Alibekov, KZ deputy
initial no evidence
    a T. Alibekov, - -; b Timur Alibekov, KZ deputy
siblings
    a Ruslan Temirkhanov, KG deputy; b Rustam Temirkhanov, KG deputy; c R. Temirkhanov, KG deputy
long and short given
    a Abdurakhmon Rajabov, TJ deputy; b Abdurahim Rajabov, TJ ambassador
stem other country
    a Anvar Karim, PK minister; b Anvar Karimov, UZ minister
stem same country other office
    a Anvar Sobir, TJ minister; b Anvar Sobirov, TJ ambassador
stem initials
    a A. Sobirov, TJ deputy; b Anvar Sobirzoda, TJ ambassador
j is no y
    a J. Qosimov, TJ deputy; b Yusuf Qosimov, TJ ambassador
j and y same office
    a J. Lyadov, LV ambassador; a Yuri Lyadov, LV ambassador; a Jurij Lyadov, LV ambassador
father and son
    a Rustam Emomov, TJ president; b Emom Rustamov, TJ minister
order swap two men
    a Temir Nazar, KG minister; b Nazar Temirov, KG secretary
same surname two ministers
    a Ulan Isakov, KG minister; b Urmat Isakov, KG secretary; a U. Isakov, KG minister; b U. Isakov, KG secretary
same initials two countries
    a N. Aliyev, AZ minister; b N. Aliyev, KZ deputy; a Namiq Aliyev, AZ minister; b Nurlan Aliyev, KZ deputy
successor namesake surname
    a Sergei Makarov, RU minister; b Stepan Makarov, RU minister; c S. Makarov, RU minister
chinese same family
    a Li Wei, CN minister; b Li Weidong, CN ambassador
chinese one syllable
    a Li Gang, CN deputy; b Li Guang, CN ambassador
chinese similar
    a Chen Guoping, CN deputy; b Chen Guobing, CN deputy
korean two
    a Kim Min-ho, KR minister; b Kim Min-su, KR chief
viet middle
    a Tran Van Minh, VN deputy; b Tran Duc Minh, VN chief
arab al
    a Ali al-Hasan, SY minister; b Ali Hassoun, SY ambassador
arab bin
    a Mohammed bin Salim, OM minister; b Salim bin Mohammed, OM chief
woman man
    a A. Ivanova, RU spokesperson; b A. Ivanov, RU deputy
yan yants
    a Aram Petrosyan, AM minister; b Armen Petrosyan, AM deputy; c A. Petrosyan, AM -
double given
    a Muhammad Ali Khan, PK minister; b Muhammad Asif Khan, PK chief; c M. A. Khan, PK secretary
khan bare
    a Imtiaz Khan, PK minister; b Khan, PK ambassador
gk
    a Ali Bekov, TM minister; b Ali Begov, TM ambassador
gk2
    a Ali Gurbanov, TM minister; a Ali Kurbanov, TM minister; a Ali Qurbanov, TM minister
kh g
    a Oleg Khabarov, RU deputy; b Oleg Gabarov, RU ambassador
sh s surname
    a Ivan Shabanov, RU deputy; b Ivan Sabanov, RU ambassador
ranks as name
    a Marshal Bekov, KZ deputy; b General Bekov, KZ ambassador
major surname
    a John Major, GB president; a J. Major, GB president
price
    a Sir Alan Price, GB ambassador; a Alan Price, GB ambassador
turk ci
    a Hasan Demirci, TR minister; a Хасан Демирджи, TR minister; a Hasan Demirji, TR minister
az same
    a Elnur Məmmədov, AZ deputy; a Elnur Mammadov, AZ deputy; a Эльнур Мамедов, AZ deputy; a E. Mamedov, AZ deputy
az two
    a Elnur Mammadov, AZ deputy; b Elmar Mammadov, AZ ambassador
nickname
    a Alexander Lukin, RU ambassador; b Alexei Lukin, RU ambassador
yevgeny yegor
    a Ye. Somov, RU deputy; a Yegor Somov, RU deputy; b Yevgeny Somov, RU ambassador
mongol
    a D. Batbold, MN minister; b S. Batbold, MN secretary; a Dorjiin Batbold, MN minister
india
    a S. Jaiswal, IN minister; a Suryakant Jaiswal, IN minister; b Sandeep Jaiswal, IN ambassador
persian again
    a Ali Akbar Hosseini, IR minister; b Ali Asghar Hosseini, IR ambassador; a Ali-Akbar Hoseyni, IR minister
persian yi
    a Amir Hatamizadeh, IR minister; a Амир Хатамизаде, IR minister
tajik o a
    a Qohir Rasulov, TJ deputy; a Kakhir Rasulov, TJ deputy; a Кахир Расулов, TJ deputy
uz o u
    a Ulug'bek Yo'ldoshev, UZ deputy; a Ulugbek Yuldashev, UZ deputy; a Улугбек Юлдашев, UZ deputy
uz woman
    a Nigora Yo'ldosheva, UZ spokesperson; b N. Yuldashev, UZ deputy
bel
    a Viktar Khrenau, BY minister; a Viktor Khrenov, BY minister
ukr
    a Andrii Zahorodnii, UA minister; a Андрей Загородний, UA minister
georgian
    a Irakli Chikovadze, GE minister; a Ираклий Чиковадзе, GE minister
caps
    a BEKTUR ASANOV, KG deputy; a Bektur Asanov, KG deputy; a ASANOV Bektur, KG deputy; a B. ASANOV, KG deputy
title country missing
    a Nurbol Ashim, - -; a Nurbol Ashim, KZ deputy; b Nurbol Ashimov, KZ ambassador
uly
    a Daulet Erzhanuly, KZ deputy; a Даулет Ержанулы, KZ deputy; a Daulet Yerzhanuly, KZ deputy
"""
"""A line that names the case; below it a letter for the person, then name, country and office as a document has it."""


def _cases() -> dict[str, list[tuple[str, PersonEvidence]]]:
    cases: dict[str, list[tuple[str, PersonEvidence]]] = {}
    case = ""
    for line in TABLE.strip().splitlines():
        if not line.startswith(" "):
            case = line
            continue
        for told in line.strip().rstrip(";").split("; "):
            who, _, rest = told.partition(" ")
            cases.setdefault(case, []).append((who, _evidence(len(cases.get(case, ())) + 1, rest)))
    return cases


def _evidence(document: int, told: str) -> PersonEvidence:
    name, _, state = told.partition(", ")
    country, office = ("" if it == "-" else it for it in state.split())
    held = (OfficeEvidence(OFFICES[office], country),) if office else ()
    return PersonEvidence(document_key=document, person=0, name=name, country_code=country or None, offices=held)


CASES: Final = _cases()


@pytest.mark.parametrize("told", CASES.values(), ids=CASES)
def test_who_is_whom(told: list[tuple[str, PersonEvidence]]) -> None:
    meant: dict[str, set[int]] = {}
    for who, evidence in told:
        meant.setdefault(who, set()).add(evidence.document_key)
    found: dict[int, set[int]] = {}
    for it in resolve_people(evidence for _, evidence in told)[1]:
        found.setdefault(it.person_key, set()).add(it.document_key)
    assert sorted(map(sorted, found.values())) == sorted(map(sorted, meant.values()))


@given(st.sampled_from(sorted(CASES)), st.randoms(use_true_random=False))
def test_no_order_matters(case: str, random: Random) -> None:
    evidence = [it for _, it in CASES[case]]
    assert resolve_people(random.sample(evidence, len(evidence))) == resolve_people(evidence)
