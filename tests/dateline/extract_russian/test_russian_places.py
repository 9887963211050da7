"""Countries, cities, regions and sites in all cases."""

import pytest


@pytest.mark.parametrize(
    ("text", "name", "kind", "country"),
    [
        ("Переговоры прошли в Душанбе.", "Dushanbe", "city", "TJ"),
        ("Делегация прибыла из Бишкека.", "Bishkek", "city", "KG"),
        ("Участники встретились в Чолпон-Ате.", "Cholpon-Ata", "city", "KG"),
        ("Форум открылся в Нижнем Новгороде.", "Nizhny Novgorod", "city", "RU"),
        ("Саммит состоится в Астане.", "Astana", "city", "KZ"),
        ("Заседание прошло в Нур-Султане.", "Astana", "city", "KZ"),
        ("Его ждут в Женеве.", "Geneva", "city", "CH"),
        ("Армению представляет делегация.", "Armenia", "country", "AM"),
        ("Это касается Киргизии.", "Kyrgyzstan", "country", "KG"),
        ("Это касается Кыргызской Республики.", "Kyrgyzstan", "country", "KG"),
        ("Контакты с КНР продолжатся.", "China", "country", "CN"),
        ("Власти США не ответили.", "United States", "country", "US"),
        ("Угрозы исходят из Афганистана.", "Afghanistan", "country", "AF"),
        ("Обстановка в Центральной Азии спокойная.", "Central Asia", "region", None),
        ("Учение идет в Баткенской области.", "Batken Region", "region", "KG"),
        ("Колонна вышла в Хатлонскую область.", "Khatlon Region", "region", "TJ"),
        ('Стрельбы прошли на полигоне "Ляур".', "Lyaur training ground", "facility", "TJ"),
        ("Стрельбы прошли на полигоне Сары-Кум.", "Sary-Kum training ground", "facility", None),
        ("Сбор прошел на берегу Иссык-Куля.", "Issyk-Kul", "other", "KG"),
        ("Делегация прибыла в Улан-Батор.", "Ulaanbaatar", "city", "MN"),
        ("Он родился в селе Кош-Арык Чуйской области.", "Kosh-Aryk", "city", "KG"),
        ("Отряд стоит в поселке Тогуз-Терек.", "Toguz-Terek", "city", None),
    ],
)
def test_a_place_is_found_under_its_english_name(read_russian, text, name, kind, country):
    places = read_russian(text).places.values()
    assert (name, kind, country) in {(place.name, place.kind, place.country_code) for place in places}


@pytest.mark.parametrize(
    "text",
    [
        "Российские и казахстанские военные провели тренировку.",
        "Министр подчеркнул значение мира.",
        "Белорусский министр уехал.",
        "Орел взлетел над полем.",
        "В селе Новый год встретили тихо.",
    ],
)
def test_adjectives_and_common_words_are_no_places(read_russian, text):
    assert not read_russian(text).places


def test_the_dateline_has_a_place_with_coordinates(read_russian):
    dossier = read_russian("Стороны обсудили план.", place="ЕРЕВАН")
    place = dossier.places[dossier.dateline_place]
    assert (place.name, place.spans) == ("Yerevan", [])
    assert place.latitude == pytest.approx(40.2, abs=0.1)
