"""Pairs of invented names in the spellings of many languages and agencies."""

from itertools import combinations, product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.resolve.name_relation import Relation, relate_names
from dateline.resolve.names import block_key

SAME_PERSON = (
    # Russian and Ukrainian through several romanisations
    ("Sergei Bugaev", "Sergey Bugayev"),
    ("Sergej Bugajev", "Sergei Bugayev"),
    ("Сергей Бугаев", "Sergei Bugayev"),
    ("Serhiy Bugaev", "Sergey Bugayev"),
    ("Dmitry Zhilkin", "Dmitri Zhilkin"),
    ("Дмитрий Жилкин", "Dmitriy Zhilkin"),
    ("Alexander Tuzov", "Aleksandr Tuzov"),
    ("Александр Тузов", "Alexander Tuzov"),
    ("Oleksandr Tuzov", "Alexander Tuzov"),
    ("Aliaksandr Tuzov", "Aleksandr Tuzov"),
    ("Alexey Shchukarin", "Aleksei Shchukarin"),
    ("Yevgeny Khlystov", "Evgeniy Khlystov"),
    ("Евгений Хлыстов", "Yevgeny Khlystov"),
    ("Yury Obukhovsky", "Yuri Obukhovskiy"),
    ("Юрий Обуховский", "Iurii Obukhovskii"),
    ("Maxim Korzhakin", "Maksim Korzhakin"),
    ("Артём Зорькин", "Artem Zorkin"),
    ("Artyom Zorkin", "Artem Zorkin"),
    ("Fyodor Lapshin", "Fedor Lapshin"),
    ("Viktor Nelyubov", "Victor Neliubov"),
    ("Mikalai Drobyshev", "Nikolai Drobyshev"),
    ("Pyotr Lyadov", "Petr Liadov"),
    ("Volodymyr Lyadov", "Vladimir Liadov"),
    ("Jurij Lyadov", "Yury Lyadov"),
    ("Ilya Samoylenko", "Ilia Samoilenko"),
    ("Andrey Vyalov", "Andrei Vialov"),
    ("Gennady Ryzhkin", "Gennadiy Ryzhkin"),
    ("Nikolai Petrovich Drobyshev", "Nikolai Drobyshev"),
    ("Дробышев Николай Петрович", "Nikolai Drobyshev"),
    ("Drobyshev Nikolai", "Nikolai Drobyshev"),
    ("Anna Malkova", "Anna Malkova"),
    # Kazakh, Kyrgyz
    ("Yerzhan Zhumagulov", "Erzhan Jumagulov"),
    ("Ержан Жумагулов", "Yerzhan Zhumagulov"),
    ("Ғани Қасенов", "Gani Kasenov"),
    ("Gani Qasenov", "Gani Kassenov"),
    ("Nurlybek Toktobayev", "Nurlybek Toktobaev"),
    ("Zhanybek Eshimbekov", "Janybek Eshimbekov"),
    ("Талантбек Мамытов", "Talantbek Mamytov"),
    ("Aigerim Dosanova", "Aygerim Dosanova"),
    ("Yesenbek Raiymkulov", "Esenbek Raimkulov"),
    # Uzbek, Tajik, Turkmen
    ("Baxtiyor Xoliqov", "Bakhtiyor Kholiqov"),
    ("Bahodir Qodirov", "Bakhodir Kodirov"),
    ("Rustam Nazarov", "Rustam Nazarov"),
    ("Dzhamshed Rakhimzoda", "Jamshed Rahimzoda"),
    ("Jamshid Rahimzoda", "Jamshed Rahimzoda"),
    ("Khurshed Gulomov", "Khurshed Ghulomov"),
    ("Хуршед Ниёзов", "Khurshed Niyozov"),
    ("Shuhrat Mahdizoda", "Shukhrat Makhdizoda"),
    ("Tohir Nazarzoda", "Tohir Nazarzade"),
    ("Zafarjon Odinayev", "Zafardzhon Odinaev"),
    # Azerbaijani, Turkish
    ("Elçin Rəhimov", "Elchin Rahimov"),
    ("Hacı Qurbanlı", "Haji Gurbanli"),
    ("Tarık Yıldırım", "Tarik Yildirim"),
    ("Ümit Şahin", "Umit Sahin"),
    ("Ümit Şahin", "Umit Shahin"),
    ("Mehmet Kaya", "Muhammed Kaya"),
    ("Heydar Rashid oglu Babazade", "Heydar Babazada"),
    ("Xəyal Quliyev", "Khayal Guliyev"),
    ("Cem Doğrusöz", "Jem Dogrusoz"),
    ("Şükrü Özdal", "Sukru Ozdal"),
    ("Şükrü Özdal", "Shukru Ozdal"),
    # Armenian, Georgian, Serbian
    ("Hakob Harutyunyan", "Akop Arutyunyan"),
    ("Miloš Đurđević", "Miloš Djurdjevic"),
    ("Hovhannes Tadevosyan", "Hovhannes Tadevosian"),
    ("Giorgi Kapanadze", "Georgy Kapanadze"),
    # South Asia, Arabic, Persian
    ("Zafar ul Haq", "Zafar Ul Haq"),
    ("Zafar-ul-Haq", "Zafar ul Haq"),
    ("Asif-ur-Rehman", "Asif ur Rehman"),
    ("Nadeem Sarwar", "Nadim Sarwar"),
    ("Abdul Rahman Tareen", "Abd al-Rahman Tareen"),
    ("Abdur Rahman Tareen", "Abdul Rahman Tareen"),
    ("Samir al-Khatib", "Samir Al Khatib"),
    ("Mohammad Daneshvar", "Mohammed Daneshvar"),
    ("Muhammad Ali Jafarzadeh", "Muhammadali Jafarzadeh"),
    # China, Korea, Vietnam
    ("Sun Weiguo", "Weiguo Sun"),
    ("Sun Wei-guo", "Sun Weiguo"),
    ("Sun Wei Guo", "Sun Weiguo"),
    ("Kim Dong-su", "Kim Dongsu"),
    ("Tran Quoc Hung", "Tran Quoc Hung"),
    # a father's name in place of a family name
    ("Aizhan Marat kyzy", "Aizhan Maratkyzy"),
    ("Bakyt uulu Nurlan", "Nurlan Bakyt uulu"),
    # ranks and forms of address that were left in
    ("General Asad Qureshi", "Asad Qureshi"),
    ("Lt. Gen. Asad Qureshi", "Asad Qureshi"),
    ("Colonel-General Ivan Lapshin", "Ivan Lapshin"),
    ("Shri Anand Deshpande", "Anand Deshpande"),
    # order and punctuation
    ("ZHILKIN Dmitry", "Dmitry Zhilkin"),
    ("Zhilkin, Dmitry", "Dmitry Zhilkin"),
    ("Jean-Marc Delorme", "Jean Marc Delorme"),
    ("José Valdés", "Jose Valdes"),
)

OTHER_VOWELS = (
    ("Bakhtiyor Sattarov", "Bakhtiyor Sattorov"),
    ("Shavkat Rakhmonov", "Shavkat Rakhmanov"),
    ("Umar Sattorov", "Omar Sattarov"),
    ("Temur Aliyev", "Timur Aliyev"),
    ("Kerim Yazov", "Karim Yazov"),
    ("Volodymyr Haidenko", "Vladimir Gaidenko"),
    ("Zakir Asgarov", "Zakir Askerov"),
)

INITIALS = (
    ("N. Drobyshev", "Nikolai Drobyshev"),
    ("N. P. Drobyshev", "Nikolai Drobyshev"),
    ("N.P. Drobyshev", "Nikolai Petrovich Drobyshev"),
    ("Drobyshev N.P.", "Nikolai Drobyshev"),
    ("Sh. Rakhmonov", "Shavkat Rakhmonov"),
    ("Ye. Khlystov", "Evgeny Khlystov"),
    ("E. Khlystov", "Yevgeny Khlystov"),
    ("Zh. Eshimbekov", "Janybek Eshimbekov"),
    ("Yu. Obukhovsky", "Yuri Obukhovsky"),
    ("Kh. Gulomov", "Khurshed Ghulomov"),
    ("V. K. Sundaresan", "Vijay Kumar Sundaresan"),
    ("VK Sundaresan", "Vijay Kumar Sundaresan"),
)

# Spellings of the sounds with which names begin, as initials and as beginnings of full names.
BEGINNINGS = (
    (("J", "Zh", "Dzh", "Dj", "Ж", "Дж"), ("Jahongir", "Zhakhongir", "Dzhakhongir", "Джахонгир")),
    (("Kh", "H", "Х", "X"), ("Khusrav", "Husrav", "Xusrav", "Хусрав")),
    (("Sh", "Ş", "Š", "Ш"), ("Shuhrat", "Şuhrat", "Шухрат")),
    (("Ya", "Ia", "Ja", "Я", "Y"), ("Yaroslav", "Iaroslav", "Jaroslav", "Ярослав")),
    (("Yu", "Iu", "Ju", "Ю", "Y"), ("Yulian", "Iulian", "Julian", "Юлиан")),
    (("Ts", "C", "Ц"), ("Tserendorj", "Цэрэндорж")),
    (("Ch", "Tch", "Č", "Ç", "Ч", "C"), ("Chingiz", "Tchingiz", "Çingiz", "Чингиз")),
    (("Ye", "E", "Е", "Y"), ("Yerlan", "Erlan", "Ерлан")),
)

OTHER_ENDINGS = (
    ("Sherali Mirzo", "Sherali Mirzozoda"),
    ("Anvar Sobirov", "Anvar Sobirzoda"),
    ("Galymzhan Kurmangali", "Galimzhan Kurmangaliyev"),
)

TWO_PEOPLE = (
    ("Sh. Rakhmonov", "Temur Rakhmonov"),
    ("Zh. Eshimbekov", "Shamil Eshimbekov"),
    ("Ts. Dorjin", "Sambuu Dorjin"),
    ("Anvar Alizoda", "Anvar Aliyev"),
    ("Sergei Bugayev", "Andrei Bugayev"),
    ("Nurlan Zhumagulov", "Nursultan Zhumagulov"),
    ("Rovshan Babayev", "Elnur Babayev"),
    ("Dilnoza Karimova", "Dilbar Karimova"),
    ("Nikolai Petrovich Drobyshev", "Nikolai Sergeyevich Drobyshev"),
    ("A. Drobyshev", "Nikolai Drobyshev"),
    ("N. A. Drobyshev", "N. P. Drobyshev"),
    ("Sun Weiguo", "Sun Weimin"),
    ("Kim Dong-su", "Kim Dong-min"),
    ("Sergei Bugayev", "Sergei Bugrov"),
    ("Anna Malkova", "Alla Malkova"),
    ("Zafar ul Haq", "Zafar Iqbal"),
    ("M. Malkova", "M. Malkov"),
    ("Askar Nurpeisov", "Asan Nurpeisov"),
    ("Igor Tuzov", "Egor Tuzov"),
    ("Bekzod Rasulov", "Behzod Rasulev"),
    ("Ivan Lapshin", "Ivan Lapin"),
)


@pytest.mark.parametrize(("left", "right"), SAME_PERSON)
def test_spellings_of_one_name(left: str, right: str) -> None:
    assert relate_names(left, right).relation <= Relation.VARIANT
    assert block_key(left) == block_key(right)


@pytest.mark.parametrize(("left", "right"), OTHER_VOWELS)
def test_sounds_of_two_languages_ask_for_evidence(left: str, right: str) -> None:
    assert relate_names(left, right).relation in (Relation.SHIFTED, Relation.FAR)
    assert block_key(left) == block_key(right)


@pytest.mark.parametrize(("left", "right"), INITIALS)
def test_initials(left: str, right: str) -> None:
    assert relate_names(left, right).relation is Relation.INITIALS
    assert block_key(left) == block_key(right)


@pytest.mark.parametrize(("initials", "names"), BEGINNINGS)
def test_initials_and_beginnings_in_all_spellings(initials: tuple[str, ...], names: tuple[str, ...]) -> None:
    for initial, name in product(initials, names):
        found = relate_names(f"{initial}. Turdimatov", f"{name} Turdimatov").relation
        assert found in (Relation.INITIALS, Relation.NEAR_INITIALS)
    for one, other in combinations(initials, 2):
        assert relate_names(f"{one}. Turdimatov", f"{other}. Turdimatov").relation <= Relation.NEAR_INITIALS


@pytest.mark.parametrize(("initial", "name"), [("J", "Yulian"), ("C", "Tserendorj")])
def test_a_rare_sound_of_an_initial_asks_for_more(initial: str, name: str) -> None:
    assert relate_names(f"{initial}. Turdimatov", f"{name} Turdimatov").relation is Relation.NEAR_INITIALS


@pytest.mark.parametrize(("left", "right"), OTHER_ENDINGS)
def test_endings_of_two_languages_ask_for_the_office(left: str, right: str) -> None:
    assert relate_names(left, right).relation is Relation.FAR
    assert block_key(left) == block_key(right)


@pytest.mark.parametrize(("left", "right"), TWO_PEOPLE)
def test_different_people(left: str, right: str) -> None:
    assert relate_names(left, right).relation in (Relation.DIFFERENT, Relation.FAR)


@pytest.mark.parametrize("name", ["Bugayev", "Sun", "Haq"])
def test_a_bare_surname_is_only_that(name: str) -> None:
    assert relate_names(
        name, {"Bugayev": "Sergey Bugaev", "Sun": "Sun Weiguo", "Haq": "Zafar ul Haq"}[name]
    ).relation is (Relation.BARE)


NAMES = st.sampled_from(sorted({name for pair in SAME_PERSON + INITIALS + TWO_PEOPLE for name in pair}))


@given(NAMES, NAMES)
def test_the_relation_is_symmetric(left: str, right: str) -> None:
    assert relate_names(left, right) == relate_names(right, left)


@given(st.text(min_size=1, max_size=30), st.text(min_size=1, max_size=30))
def test_any_text_can_be_compared(left: str, right: str) -> None:
    assert relate_names(left, right) == relate_names(right, left)
    assert relate_names(left, left).relation is Relation.SAME


@given(NAMES, NAMES)
def test_names_that_can_be_one_person_share_a_block(left: str, right: str) -> None:
    if relate_names(left, right).relation is not Relation.DIFFERENT:
        assert block_key(left) == block_key(right)
