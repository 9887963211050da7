"""Names in any case, back to the nominative and into Latin letters."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.extract.russian.names import latin_name, nominative, romanized


@pytest.mark.parametrize(
    ("printed", "cases", "latin"),
    [
        ("Егор Самойлов", (), "Yegor Samoylov"),
        ("Егора Самойлова", ("gent",), "Yegor Samoylov"),
        ("Егором Самойловым", (), "Yegor Samoylov"),
        ("Анне Беликовой", (), "Anna Belikova"),
        ("Марию Ветрову", (), "Maria Vetrova"),
        ("Тиграном Маркосяном", (), "Tigran Markosyan"),
        ("Виталию Ковзелю", (), "Vitaly Kovzel"),
        ("Сергеем Ладогиным", (), "Sergei Ladogin"),
        ("Николаем Заозерским", (), "Nikolai Zaozersky"),
        ("Бахтиёра Назарзоды", ("gent",), "Bakhtiyor Nazarzoda"),
        ("Фаррухом Сафарзодой", (), "Farrukh Safarzoda"),
        ("Гизара Байтасова", ("gent",), "Gizar Baytasov"),
        ("Эльчин Гулузаде", (), "Elchin Guluzade"),
        ("Анной Цой", (), "Anna Tsoy"),
        ("Сюй Цзяньминем", ("ablt",), "Xu Jianmin"),
        ("Дун Цзюня", ("gent",), "Dong Jun"),
        ("Лю Чжэньхуа", ("gent",), "Liu Zhenhua"),
        ("Павла Заозерского", (), "Pavel Zaozersky"),
        ("Ильёй Данильченко", (), "Ilya Danilchenko"),
        ("А. Темирханова", ("gent",), "A. Temirkhanov"),
        ("Александру Дорошенко", ("datv",), "Alexander Doroshenko"),
        ("Джамшед Абдуллоев", (), "Jamshed Abdulloyev"),
        ("Чжан Вэньхао", (), "Zhang Wenhao"),
        ("Ли Цзяньго", (), "Li Jianguo"),
        ("Ван Сюэфэн", (), "Wang Xuefeng"),
    ],
)
def test_a_name_is_put_into_the_nominative_and_latinised(printed, cases, latin):
    assert latin_name(nominative(printed.split(), cases).parts) == latin


@pytest.mark.parametrize(
    ("printed", "gender"), [("Анной Беликовой", "f"), ("Егору Самойлову", "m"), ("Ирина Лобанова", "f")]
)
def test_the_endings_tell_the_gender(printed, gender):
    assert nominative(printed.split()).gender == gender


@given(st.text(alphabet="абвгдеёжзийклмнопрстуфхцчшщъыьэюя", min_size=2, max_size=12))
def test_any_cyrillic_word_becomes_latin(word):
    assert not any("а" <= letter <= "я" or letter == "ё" for letter in romanized(word.capitalize()).lower())


@given(st.lists(st.sampled_from(["Егор", "Самойлов", "Назарзода", "А.", "Ковзель", "Ли"]), min_size=1, max_size=3))
def test_a_name_keeps_the_number_of_its_words(words):
    assert len(nominative(words).parts) == len(words)
