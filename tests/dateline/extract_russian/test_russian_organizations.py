"""Bodies under their canonical English names."""

import pytest


@pytest.mark.parametrize(
    ("text", "name", "surface"),
    [
        (
            "Он окончил Ташкентское высшее общевойсковое командное училище.",
            "Tashkent Higher Combined Arms Command School",
            "Ташкентское высшее общевойсковое командное училище",
        ),
        (
            "Гости посетили Военную академию Генштаба ВС РФ.",
            "Military Academy of the General Staff of the Armed Forces of Russia",
            "Военную академию Генштаба ВС РФ",
        ),
        (
            "Гостей приняла Академия МВД Казахстана.",
            "Academy of the Ministry of Internal Affairs of Kazakhstan",
            "Академия МВД Казахстана",
        ),
        ("Это сказали в Погранслужбе КНБ РК.", "Border Service of Kazakhstan", "Погранслужбе КНБ РК"),
        (
            "Это сказали в Пограничной службе ФСБ России.",
            "Border Service of the Federal Security Service of Russia",
            "Пограничной службе ФСБ России",
        ),
        (
            "Он директор Координационного центра по обеспечению кибербезопасности.",
            "Koordinatsionny tsentr po obespecheniyu kiberbezopasnosti",
            "Координационного центра по обеспечению кибербезопасности",
        ),
        ("Он работал в посольстве Армении в Иране.", "Embassy of Armenia in Iran", "посольстве Армении в Иране"),
        (
            "Он работал в секретариате СМО СНГ.",
            "Secretariat of the Council of Defense Ministers of the CIS",
            "секретариате СМО СНГ",
        ),
        (
            "Аппарат Совета безопасности при президенте Узбекистана ответил.",
            "Security Council of Uzbekistan",
            "Аппарат Совета безопасности при президенте Узбекистана",
        ),
        ("Это решение ОДКБ.", "Collective Security Treaty Organization", "ОДКБ"),
        (
            "Страны Шанхайской организации сотрудничества согласны.",
            "Shanghai Cooperation Organization",
            "Шанхайской организации сотрудничества",
        ),
        ("Резолюцию внесли в Совет Безопасности ООН.", "Security Council of the UN", "Совет Безопасности ООН"),
        (
            "Заседание Совета министров обороны СНГ прошло.",
            "Council of Defense Ministers of the CIS",
            "Совета министров обороны СНГ",
        ),
        (
            "Заседание Совета министров обороны (СМО) ОДКБ прошло.",
            "Council of Defense Ministers of the CSTO",
            "Совета министров обороны (СМО) ОДКБ",
        ),
        (
            "Комитет секретарей советов безопасности ОДКБ собрался.",
            "Committee of Secretaries of Security Councils of the CSTO",
            "Комитет секретарей советов безопасности ОДКБ",
        ),
        ("Он работал в секретариате ШОС.", "Secretariat of the SCO", "секретариате ШОС"),
        (
            "Доклад сделал Исполком РАТС ШОС.",
            "Executive Committee of the Regional Anti-Terrorist Structure of the SCO",
            "Исполком РАТС ШОС",
        ),
        (
            "Он возглавил Антитеррористический центр СНГ.",
            "Anti-Terrorism Center of the CIS",
            "Антитеррористический центр СНГ",
        ),
        (
            "Министерство обороны Казахстана сообщило о тренировке.",
            "Ministry of Defense of Kazakhstan",
            "Министерство обороны Казахстана",
        ),
        ("В Минобороны Армении это подтвердили.", "Ministry of Defense of Armenia", "Минобороны Армении"),
        ("В Минобороны КНР это подтвердили.", "Ministry of National Defense of China", "Минобороны КНР"),
        ("В Минобороны это подтвердили.", "Ministry of Defense of Russia", "Минобороны"),
        (
            "Туда прибыл Генеральный штаб Вооруженных сил Белоруссии.",
            "General Staff of the Armed Forces of Belarus",
            "Генеральный штаб Вооруженных сил Белоруссии",
        ),
        (
            "Аппарат Совбеза Кыргызстана подготовил справку.",
            "Security Council of Kyrgyzstan",
            "Аппарат Совбеза Кыргызстана",
        ),
        ("Об этом сообщил КНБ РК.", "National Security Committee of Kazakhstan", "КНБ РК"),
        ("Обыски провел ГКНБ.", "State Committee for National Security of Kyrgyzstan", "ГКНБ"),
        ("Российское Минобороны ответило.", "Ministry of Defense of Russia", "Российское Минобороны"),
        ("Интервью опубликовало РИА Новости.", "RIA Novosti", "РИА Новости"),
    ],
)
def test_a_body_is_found_with_its_whole_name(read_russian, text, name, surface):
    dossier = read_russian(text)
    assert name in dossier.organizations
    assert [text[start:end] for start, end in dossier.organizations[name].spans] == [surface]


def test_only_the_international_body_counts_inside_the_name_of_an_organ(read_russian):
    names = set(read_russian("Заседание Комитета секретарей советов безопасности ОДКБ открыто.").organizations)
    assert names == {
        "Collective Security Treaty Organization",
        "Committee of Secretaries of Security Councils of the CSTO",
    }


@pytest.mark.parametrize(
    "text", ["Министерства обороны обсудят план.", "Секретари советов безопасности собрались.", "Совет дал отец."]
)
def test_generic_bodies_are_no_names(read_russian, text):
    assert not [body for body in read_russian(text, agency=None).organizations.values() if body.spans]


@pytest.mark.parametrize(
    "text",
    ["Новый институт открылся в селе.", "Военный институт готов к приему.", "Он учился в академии, затем в училище."],
)
def test_a_school_without_a_name_is_none(read_russian, text):
    assert not read_russian(text).organizations


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Визит состоялся, сообщает Zakon.kz.", "Zakon.kz"),
        ("Об этом пишет Kursiv.press со ссылкой на посла.", "Kursiv.press"),
        ("Визит состоялся, передает агентство Kazinform.", "Kazinform"),
    ],
)
def test_outlets_in_latin_letters_that_report(read_russian, text, name):
    assert name in read_russian(text).organizations


@pytest.mark.parametrize(
    "text", ["Он любит Sputnik и Trend.", "Опыт вооруженных сил важен.", "Тем же указом он уволен."]
)
def test_general_words_are_no_bodies_or_places(read_russian, text):
    dossier = read_russian(text)
    assert not dossier.organizations
    assert not dossier.places


def test_the_republic_is_the_country_filed_from(read_russian):
    text = "Он встретился с коллегами из Казахстана и Туркмении, сообщила пресс-служба военного ведомства республики."
    found = read_russian(text, agency="Sputnik", place="ТАШКЕНТ").organizations
    assert "Ministry of Defense of Uzbekistan" in found


def test_bodies_without_a_country_are_those_of_the_only_country_told(read_russian):
    text = "Так решили в Совбезе Киргизии. Посольство КР согласно. Он служил в Национальной гвардии."
    assert "National Guard of Kyrgyzstan" in read_russian(text, agency=None).organizations
